package org.prmlab.format;

import java.util.Optional;

/**
 * Traces that a faulty writer leaves in a string: half a surrogate pair, or the control character
 * that a JSON reader makes of an unescaped {@code \b} in {@code \boxed} or {@code \f} in {@code
 * \frac}.
 */
final class TextDamage {
  private TextDamage() {}

  /** What is wrong with {@code text}, as the predicate of a sentence; empty if nothing is. */
  static Optional<String> in(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == '\b' || c == '\f') && lettersAfter(text, i) > 0) {
        return Optional.of(control(text, i));
      }
      if (Character.isSurrogate(c)) {
        if (!isPair(text, i)) {
          return Optional.of(
              "holds half of a surrogate pair (U+%04X) at character %d; write the text as UTF-8"
                  .formatted((int) c, i));
        }
        i++;
      }
    }
    return Optional.empty();
  }

  private static String control(String text, int at) {
    char letter = text.charAt(at) == '\b' ? 'b' : 'f';
    String command = letter + text.substring(at + 1, at + 1 + lettersAfter(text, at));
    return "holds the control character that \\%s becomes when its backslash is not doubled; write \\\\%s"
        .formatted(Excerpt.of(command), Excerpt.of(command));
  }

  private static int lettersAfter(String text, int at) {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) >= 'a' && text.charAt(end) <= 'z') {
      end++;
    }
    return end - at - 1;
  }

  private static boolean isPair(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        && at + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(at + 1));
  }
}
