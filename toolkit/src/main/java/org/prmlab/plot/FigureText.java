package org.prmlab.plot;

/**
 * The words of a figure; each may be empty.
 *
 * @param title what the numbers say
 * @param subtitle how many they are, and what the intervals are
 * @param caption one or two sentences
 */
record FigureText(String title, String subtitle, String caption) {
  static FigureText of(String title, String subtitle, String caption) {
    return new FigureText(title, subtitle, caption);
  }
}
