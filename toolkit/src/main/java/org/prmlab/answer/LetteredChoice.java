package org.prmlab.answer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several given answers, with what it says: {@code (B) 12}.
 *
 * @param letter of the choice
 * @param content what stands there
 */
record LetteredChoice(String letter, String content) {
  private static final String WRAPPER =
      "(?:\\\\(?:text|textbf|textit|mathrm|mathbf|mbox)\\s*\\{\\s*)?";

  private static final Pattern WITH_CONTENT =
      Pattern.compile(
          WRAPPER + "(?:\\(\\s*([A-J])\\s*\\)|([A-J])[).:])\\s*}?[\\s.:]*(\\S.*)", Pattern.DOTALL);
  private static final Pattern ALONE =
      Pattern.compile(WRAPPER + "\\(?\\s*([A-J])\\s*\\)?\\s*[.:]?\\s*}?");

  /** The choice; empty if the answer is none, or a letter alone. */
  static Optional<LetteredChoice> of(String plain) {
    Matcher matcher = WITH_CONTENT.matcher(plain.strip());
    if (!matcher.matches() || matcher.group(3).matches("[})\\s.]*|\\(?[A-J]\\)?.*")) {
      return Optional.empty();
    }
    String letter = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    String content = matcher.group(3);
    boolean open = content.endsWith("}") && !content.contains("{");
    return Optional.of(
        new LetteredChoice(letter, open ? content.substring(0, content.length() - 1) : content));
  }

  /** The letter where the answer is nothing else; an empty text otherwise. */
  static String letterAlone(String plain) {
    Matcher matcher = ALONE.matcher(plain.strip());
    return matcher.matches() ? matcher.group(1) : "";
  }
}
