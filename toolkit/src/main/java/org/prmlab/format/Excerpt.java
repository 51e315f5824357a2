package org.prmlab.format;

/** The beginning of a text, short enough for an error message of one line. */
final class Excerpt {
  private static final int LENGTH = 60;

  private Excerpt() {}

  static String of(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= LENGTH ? line : line.substring(0, LENGTH) + "...";
  }
}
