package org.prmlab.labeling.rollout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prmlab.answer.AnswerComparison;
import org.prmlab.answer.AnswerExtraction;
import org.prmlab.answer.Equivalence;
import org.prmlab.answer.FinalAnswer;
import org.prmlab.data.Solution;
import org.prmlab.llm.Completion;

/** Judges the rollouts of one solution by the final answer they reach. */
public final class RolloutCheck {
  private final Solution solution;
  private final String gold;
  private final AnswerComparison comparison;
  private final Map<String, Equivalence> known = new HashMap<>();
  private int lastValues;

  /**
   * @throws IllegalArgumentException if the problem has no gold answer
   */
  public RolloutCheck(Solution solution, AnswerComparison comparison) {
    this.solution = solution;
    this.gold =
        solution
            .problem()
            .answer()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "solution '%s': its problem has no gold answer to compare rollouts with; "
                                .formatted(solution.id())
                            + "give every record the field answer"));
    this.comparison = comparison;
  }

  /**
   * The outcome of a rollout; where it names no answer itself, the one its steps already name
   * counts, else the last formula or number of the rollout. What was cut off has no verdict, even
   * if an answer stands in it: the next line might have taken it back, or have begun another
   * problem.
   *
   * @param step the last step it goes on from, counted from 0
   */
  public RolloutOutcome of(int step, Completion completion) {
    String rollout = completion.text();
    AnswerExtraction explicit = AnswerExtraction.explicit();
    if (completion.end() == Completion.End.CUT) {
      return explicit.in(rollout).isPresent() ? RolloutOutcome.RAN_ON : RolloutOutcome.CUT;
    }
    List<String> steps = solution.steps().subList(0, step + 1);
    Optional<FinalAnswer> answer =
        explicit
            .in(rollout)
            .or(() -> explicit.in(RolloutPrompt.prefix(steps) + rollout))
            .or(() -> explicit.in(steps))
            .or(() -> FinalAnswer.in(rollout));
    lastValues += answer.filter(a -> a.rule().isFallback()).isPresent() ? 1 : 0;
    return answer.map(a -> outcome(a.text())).orElse(RolloutOutcome.UNANSWERED);
  }

  /** How many rollouts so far name no answer, so that their last value was taken for it. */
  int lastValues() {
    return lastValues;
  }

  private RolloutOutcome outcome(String answer) {
    return switch (known.computeIfAbsent(answer, a -> comparison.compare(gold, a))) {
      case EQUAL -> RolloutOutcome.CORRECT;
      case DIFFERENT -> RolloutOutcome.WRONG;
      case UNDECIDED -> RolloutOutcome.UNDECIDED;
    };
  }
}
