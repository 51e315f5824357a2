package org.prmlab.evaluation.bestofn;

import java.util.Optional;
import org.prmlab.answer.AnswerComparison;
import org.prmlab.answer.AnswerExtraction;
import org.prmlab.answer.AnswerRule;
import org.prmlab.answer.Equivalence;
import org.prmlab.answer.FinalAnswer;
import org.prmlab.data.Solution;

/**
 * The answer of a sample and how it was graded.
 *
 * @param solution the sample
 * @param text the answer, which the record holds or its steps give; empty if neither does
 * @param rule by what it was found; empty where the record holds it
 * @param grade against the gold answer; a sample without an answer is different
 */
public record SampleAnswer(
    Solution solution, Optional<String> text, Optional<AnswerRule> rule, Equivalence grade) {

  /**
   * Finds and grades the answer, unless the record holds and grades it.
   *
   * @throws IllegalArgumentException if it is not graded and has no gold answer beside it
   */
  static SampleAnswer of(
      Solution solution, AnswerExtraction extraction, AnswerComparison comparison) {
    Optional<String> recorded = solution.finalAnswer().filter(a -> !a.isBlank());
    Optional<FinalAnswer> found =
        recorded.isPresent() ? Optional.empty() : extraction.in(solution.steps());
    Optional<String> text = recorded.or(() -> found.map(FinalAnswer::text));
    return new SampleAnswer(
        solution, text, found.map(FinalAnswer::rule), grade(solution, text, comparison));
  }

  /** Whether it is the last formula or number of a solution that names no answer. */
  public boolean isByFallback() {
    return rule.filter(AnswerRule::isFallback).isPresent();
  }

  public boolean isUndecided() {
    return grade == Equivalence.UNDECIDED;
  }

  private static Equivalence grade(
      Solution solution, Optional<String> answer, AnswerComparison comparison) {
    if (solution.finalAnswerCorrect().isPresent()) {
      return solution.finalAnswerCorrect().get() ? Equivalence.EQUAL : Equivalence.DIFFERENT;
    }
    String gold =
        solution
            .problem()
            .answer()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "solution '%s' is not graded and its problem has no gold answer"
                            .formatted(solution.id())));
    return answer.map(a -> comparison.compare(gold, a)).orElse(Equivalence.DIFFERENT);
  }
}
