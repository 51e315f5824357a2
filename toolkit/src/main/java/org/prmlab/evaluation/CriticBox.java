package org.prmlab.evaluation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last box of an output that is not empty, as plain text. */
public final class CriticBox {
  private static final Pattern OPENING = Pattern.compile("\\\\(?:boxed|fbox)\\s*\\{");
  private static final Pattern WRAPPER =
      Pattern.compile("\\\\(?:text|math|operatorname)[a-z]*\\s*\\{([^{}]*)}");
  private static final Pattern MINUS = Pattern.compile("[\\u2010-\\u2015\\u2212\\uFE63]");

  private CriticBox() {}

  /** Without fonts, dollars, brackets and ornaments, in small letters; minus signs as ASCII. */
  public static Optional<String> last(String spoken) {
    Optional<String> last = Optional.empty();
    Matcher opening = OPENING.matcher(spoken);
    while (opening.find()) {
      int end = close(spoken, opening.end());
      if (end >= 0) {
        String text = plain(spoken.substring(opening.end(), end));
        last = text.isEmpty() ? last : Optional.of(text);
      }
    }
    return last;
  }

  /** Where the brace before {@code from} is closed; -1 if it is not. */
  private static int close(String text, int from) {
    int depth = 1;
    for (int i = from; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static String plain(String boxed) {
    String text = MINUS.matcher(Normalizer.normalize(boxed, Normalizer.Form.NFKC)).replaceAll("-");
    for (String before = ""; !before.equals(text); ) {
      before = text;
      text = WRAPPER.matcher(text).replaceAll("$1");
    }
    return text.replaceAll("\\\\[,;:! ]|[~$*`\"'{}]", " ")
        .replace("\\", "")
        .replaceAll("[<>()\\[\\]]", " ")
        .replaceAll("\\s+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
