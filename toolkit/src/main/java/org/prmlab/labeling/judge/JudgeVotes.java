package org.prmlab.labeling.judge;

import java.util.List;
import java.util.Optional;
import org.prmlab.data.Solution;
import org.prmlab.data.StepLabels;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.CriticReading;
import org.prmlab.evaluation.CriticVotes;
import org.prmlab.llm.Completion;
import org.prmlab.llm.Samples;
import org.prmlab.llm.TokenUsage;

/**
 * What a judge said about one solution.
 *
 * @param solution the solution
 * @param outputs the raw texts, one a vote
 * @param readings what was read from each
 * @param usage what they took
 * @param missing why votes are missing; empty if none are
 */
public record JudgeVotes(
    Solution solution,
    List<Completion> outputs,
    List<CriticReading> readings,
    TokenUsage usage,
    Optional<String> missing) {
  public JudgeVotes {
    outputs = List.copyOf(outputs);
    readings = List.copyOf(readings);
  }

  static JudgeVotes of(Solution solution, JudgePromptFormat shape, Samples drawn) {
    int steps = solution.steps().size();
    return new JudgeVotes(
        solution,
        drawn.completions(),
        drawn.completions().stream().map(c -> read(shape, c, steps)).toList(),
        drawn.usage(),
        drawn.missing());
  }

  private static CriticReading read(JudgePromptFormat shape, Completion output, int steps) {
    CriticReading reading = shape.read(output.text(), steps);
    return output.end() == Completion.End.CUT ? reading.cutOff() : reading;
  }

  /**
   * The most frequent verdict among the outputs that could be read, the first seen where several
   * are; empty if none could.
   */
  public Optional<Verdict> verdict() {
    return new CriticVotes(readings).verdict();
  }

  /** How many outputs could not be read. */
  public int unread() {
    return (int) readings.stream().filter(r -> r.verdict().isEmpty()).count();
  }

  /** The labels the verdict implies; all steps are unlabeled if there is none. */
  public StepLabels as(String source) {
    int steps = solution.steps().size();
    return verdict()
        .map(v -> StepLabels.ofVerdict(source, steps, v))
        .orElseGet(() -> StepLabels.unlabeled(source, steps));
  }

  /**
   * The share of steps judged right, in [0, 1]: those before the first error, all if there is none.
   * What pointwise selection ranks by; 0 if nothing could be read.
   */
  public double shareRight() {
    int steps = solution.steps().size();
    return verdict().map(v -> (double) v.earliestError().orElse(steps) / steps).orElse(0.0);
  }
}
