package org.prmlab.format;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a field of a foreign record may be mapped to. */
public enum MapTarget {
  /** Identity of the solution; of all samples of a record, to which their number is added. */
  ID,
  /** Identity of the problem. */
  PROBLEM_ID,
  /** The question. */
  PROBLEM("question", "prompt"),
  /** The gold answer. */
  ANSWER("gold", "gold_answer"),
  /** Who wrote the solution. */
  GENERATOR("model"),
  /** A list of steps, or a text that is divided into them. */
  STEPS,
  /** A text that is divided into steps, though it be the only item of a list. */
  RESPONSE("solution"),
  /** Several solutions of one problem: a list of texts, or of lists of steps. */
  SAMPLES("responses"),
  /** The answer that the solution arrives at. */
  FINAL_ANSWER,
  /** Whether that answer is right. */
  CORRECT("final_answer_correct"),
  /** A label a step. */
  LABEL("labels"),
  /** A rating a step, as PRM800K has them: -1, 0, 1. */
  RATING("ratings"),
  /** The first wrong step, counted from 0; -1 or null where there is none. */
  FIRST_ERROR,
  /** The same, counted from 1; 0, -1 or null where there is none. */
  FIRST_ERROR_FROM_1,
  /** A score a step, or one for the whole. */
  SCORES("score"),
  /** A score for the whole. */
  OUTCOME_SCORE("outcome");

  private final List<String> otherNames;

  MapTarget(String... otherNames) {
    this.otherNames = List.of(otherNames);
  }

  /**
   * By its name or another one.
   *
   * @throws IllegalArgumentException if there is none; lists the names there are
   */
  static MapTarget named(String name) {
    return Arrays.stream(values())
        .filter(t -> t.toString().equals(name) || t.otherNames.contains(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "nothing is called '%s'; fields are mapped to %s".formatted(name, names())));
  }

  /** Whether every step has one. */
  boolean isOfSteps() {
    return this == LABEL || this == RATING;
  }

  private static String names() {
    return Arrays.stream(values()).map(MapTarget::toString).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
