package org.prmlab.labeling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.prmlab.answer.AnswerComparison;
import org.prmlab.data.Solution;
import org.prmlab.labeling.rollout.MonteCarloLabeler;
import org.prmlab.labeling.rollout.RolloutCheck;
import org.prmlab.labeling.rollout.RolloutCounts;
import org.prmlab.labeling.rollout.RolloutOutcome;
import org.prmlab.labeling.rollout.RolloutRequest;
import org.prmlab.labeling.rollout.RolloutSource;
import org.prmlab.llm.SampleRange;
import org.prmlab.llm.Samples;
import org.prmlab.stats.Estimate;

/**
 * The rollouts from each step of one solution, in the order they were drawn, each with how it came
 * out: what a label counts, one by one.
 *
 * @param solution the solution
 * @param steps by step, then by rollout; none from the last step, which has the answer already
 */
public record StepRollouts(Solution solution, List<List<Judged>> steps) {
  /**
   * One rollout.
   *
   * @param text what was written after the step
   * @param outcome by the answer it reaches
   */
  public record Judged(String text, RolloutOutcome outcome) {}

  private static final double LEVEL = 0.95;

  public StepRollouts {
    steps = steps.stream().map(List::copyOf).toList();
  }

  /**
   * Draws as many from each step but the last, and judges them as {@link MonteCarloLabeler} does.
   *
   * @param each rollouts from a step, at least 1
   * @throws IllegalArgumentException if the problem has no gold answer, or the solution one step
   */
  public static StepRollouts draw(RolloutSource source, Solution solution, int each) {
    RolloutCheck check = new RolloutCheck(solution, AnswerComparison.withDefaults());
    if (solution.steps().size() < 2) {
      throw new IllegalArgumentException(
          "solution '%s' has one step, so nothing is left to complete; at least two steps expected"
              .formatted(solution.id()));
    }
    List<RolloutRequest> requests =
        IntStream.range(0, solution.steps().size() - 1)
            .mapToObj(i -> new RolloutRequest(solution, i, SampleRange.ofFirst(each)))
            .toList();
    List<Samples> drawn = source.roll(requests);
    List<List<Judged>> steps = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      int step = i;
      steps.add(
          drawn.get(i).completions().stream()
              .map(c -> new Judged(c.text(), check.of(step, c)))
              .toList());
    }
    return new StepRollouts(solution, steps);
  }

  /** The first so many rollouts from each step. */
  public StepRollouts first(int each) {
    return new StepRollouts(
        solution, steps.stream().map(all -> all.subList(0, Math.min(each, all.size()))).toList());
  }

  /**
   * The share of the first rollouts that reach the answer, for each step that has rollouts, with
   * the 95 % interval of a Beta distribution; a list for each number of rollouts, by its name.
   *
   * @param counts how many rollouts of each step, at least 1
   */
  public Map<String, List<Estimate>> rates(int... counts) {
    Map<String, List<Estimate>> rates = new LinkedHashMap<>();
    for (int count : counts) {
      rates.put(
          count + " rollouts",
          IntStream.range(0, steps.size())
              .mapToObj(step -> tally(step, count).interval(LEVEL))
              .toList());
    }
    return rates;
  }

  /** How the first so many rollouts from a step came out. */
  public RolloutCounts tally(int step, int first) {
    return steps.get(step).stream()
        .limit(first)
        .map(r -> r.outcome().tally())
        .reduce(RolloutCounts.none(), RolloutCounts::plus);
  }
}
