package org.prmlab.format;

/** What a format may leave to the reader's choice. */
public enum ReadingChoice {
  /** How texts are divided into steps. */
  STEP_DIVISION,
  /** Which rated alternatives become solutions. */
  ALTERNATIVES,
  /** Where a question ends that stands in one text with the first step. */
  QUESTION_END
}
