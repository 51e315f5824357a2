package org.prmlab.format;

import java.util.Locale;
import java.util.function.Predicate;
import org.prmlab.data.LabeledSolution;

/** What a record may say about a solution beyond its problem and steps. */
public enum SolutionPart {
  ID(s -> true),
  GENERATOR(s -> !s.solution().generator().isEmpty()),
  PROBLEM_ID(s -> !s.solution().problem().id().isEmpty()),
  GOLD_ANSWER(s -> s.solution().problem().answer().isPresent()),
  FINAL_ANSWER(s -> s.solution().finalAnswer().isPresent()),
  FINAL_ANSWER_CORRECT(s -> s.solution().finalAnswerCorrect().isPresent()),
  VERDICT(s -> s.verdict().isPresent()),
  STEP_LABELS(s -> !s.labels().isEmpty()),
  SCORES(s -> !s.scores().isEmpty()),
  OUTCOME_SCORES(s -> !s.outcomes().isEmpty()),
  EXTRA_FIELDS(s -> !s.extra().isEmpty());

  private final Predicate<LabeledSolution> test;

  SolutionPart(Predicate<LabeledSolution> test) {
    this.test = test;
  }

  /** Whether {@code solution} has it. */
  public boolean isIn(LabeledSolution solution) {
    return test.test(solution);
  }

  /** In lower case, as a report names it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
