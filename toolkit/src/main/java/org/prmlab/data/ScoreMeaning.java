package org.prmlab.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a step score is a probability of (the paper, section 3.2.4): product and minimum suit the
 * first kind, the last score suits the second.
 */
public enum ScoreMeaning {
  /** This step is right: human, judge and consensus labels teach it. */
  STEP_CORRECT,
  /** The solution will reach the gold answer from here: Monte-Carlo labels teach it. */
  EVENTUAL_SUCCESS,
  /** Nobody said: scores of other tools' files, and of PRMs whose training is not known. */
  UNSTATED;

  /** As records and options spell it: {@code step-correct}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The meaning of this spelling; empty if there is none. */
  public static Optional<ScoreMeaning> named(String id) {
    return Arrays.stream(values()).filter(meaning -> meaning.id().equals(id)).findFirst();
  }
}
