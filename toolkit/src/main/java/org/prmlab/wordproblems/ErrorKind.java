package org.prmlab.wordproblems;

import java.util.Locale;

/** How a solution goes wrong. */
enum ErrorKind {
  /** The right calculation with a wrong result. */
  ARITHMETIC,
  /** A number that the problem does not give. */
  MISREAD,
  /** Another operation than the story asks for. */
  WRONG_OPERATION,
  /** An event is passed over. */
  SKIPPED,
  /** The last step states another number than the one just reached. */
  MISCOPIED,
  /** Two wrong results, the second of which undoes the first: the answer is right. */
  CANCELLED,
  /** A wrong result on the way, and an answer out of nowhere that happens to be right. */
  GUESSED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
