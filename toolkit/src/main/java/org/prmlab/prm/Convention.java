package org.prmlab.prm;

import java.util.Locale;

/** What a checkpoint may leave open about how it is fed and read. */
public enum Convention {
  /** Text between steps: of a token classifier after each step, of an outcome model between two. */
  SEPARATOR,
  /** The token that marks the end of a step, at which the step's score is read. */
  STEP_TOKEN,
  /** The token whose probability is the score. */
  GOOD_TOKEN,
  /** The token whose probability stands against it. */
  BAD_TOKEN,
  /** The whole input, with {@code {problem}} and {@code {steps}}, or {@code chat}. */
  LAYOUT,
  /** One step of it, with {@code {step}} and, where steps are numbered, {@code {number}}. */
  STEP_TEXT,
  /** The classes of a head that mean "right", by index from 0, between commas. */
  RIGHT_CLASSES,
  /** What the scores are probabilities of. */
  MEANING;

  /** In words, as messages name it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
