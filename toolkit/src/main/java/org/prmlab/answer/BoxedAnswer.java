package org.prmlab.answer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The content of {@code \boxed}, with its braces matched instead of cut at the first one. */
final class BoxedAnswer {
  /**
   * A backspace stands where a careless writer let JSON read the {@code \b} of {@code \boxed} as an
   * escape; the answer behind it is the same.
   */
  private static final Pattern OPENING =
      Pattern.compile("(?:\\\\boxed|\\\\fbox|\\x08oxed)(?:\\s*\\{|\\s+(?=[^\\s{]))");

  private BoxedAnswer() {}

  /** The last box that is closed; a text cut off inside a box may still hold an earlier one. */
  static Optional<String> last(String text) {
    Optional<String> found = Optional.empty();
    Matcher matcher = OPENING.matcher(text);
    int from = 0;
    while (matcher.find(from)) {
      Optional<String> content =
          text.charAt(matcher.end() - 1) == '{'
              ? braced(text, matcher.end())
              : Optional.of(word(text, matcher.end()));
      if (content.isPresent()) {
        found = content;
      }
      from = matcher.end();
    }
    return found;
  }

  /** From {@code start} to the brace that closes the one before it; empty if none does. */
  private static Optional<String> braced(String text, int start) {
    int depth = 1;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++; // \{ and \} are characters of the answer
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return Optional.of(text.substring(start, i));
      }
    }
    return Optional.empty();
  }

  /** {@code \boxed 5}: the characters up to white space or a dollar sign. */
  private static String word(String text, int start) {
    int end = start;
    while (end < text.length()
        && !Character.isWhitespace(text.charAt(end))
        && text.charAt(end) != '$') {
      end++;
    }
    return text.substring(start, end);
  }
}
