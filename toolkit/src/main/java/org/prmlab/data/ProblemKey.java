package org.prmlab.data;

import java.text.Normalizer;

/**
 * What makes two records speak of the same problem: its id, where the source gives one, and its
 * text.
 *
 * <p>The one key by which solutions are grouped and problems are drawn again. Equal texts under two
 * ids are two problems, because the source counts them as two. Two texts under one id are two
 * problems as well, because ids that number the rows of several files meet by accident; {@link
 * KeyConflicts} counts both. Without ids the text decides.
 *
 * @param id as the source gives it; empty if it gives none
 * @param text the question in Unicode's composed form, each run of white space as one space
 */
public record ProblemKey(String id, String text) {
  public ProblemKey {
    text = normal(text);
  }

  static ProblemKey of(Problem problem) {
    return new ProblemKey(problem.id(), problem.text());
  }

  /** The id, or else the text: how reports name the problem; two problems may share it. */
  public String name() {
    return id.isEmpty() ? text : id;
  }

  private static String normal(String text) {
    return isPlain(text) ? text : spaced(Normalizer.normalize(text, Normalizer.Form.NFC));
  }

  /** ASCII, with single spaces between words: most texts, which are kept as they are. */
  private static boolean isPlain(String text) {
    boolean space = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '~' || c < ' ' || (c == ' ' && space)) {
        return false;
      }
      space = c == ' ';
    }
    return !space;
  }

  private static String spaced(String text) {
    StringBuilder words = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        space = !words.isEmpty();
      } else {
        words.append(space ? " " : "").append(c);
        space = false;
      }
    }
    return words.toString();
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || (Character.getType(c) == Character.FORMAT && c != '\u200d');
  }
}
