package org.prmlab.kernel.cell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prmlab.kernel.magic.JavaText;

/** A statement that is one call of {@code display} and nothing else. */
final class DisplayCall {
  private static final Pattern START =
      Pattern.compile("(?s)(?:\\s|//[^\\n]*\\n|/\\*.*?\\*/)*display\\s*\\(");

  private DisplayCall() {}

  static boolean is(String source) {
    Matcher start = START.matcher(source);
    if (!start.lookingAt()) {
      return false;
    }
    JavaText text = new JavaText(source);
    int depth = 1;
    for (int at = start.end(); at < source.length(); at++) {
      char c = source.charAt(at);
      if (!text.isCode(at) || Character.isWhitespace(c)) {
        continue;
      }
      if (depth == 0 && c != ';') {
        return false;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    return true;
  }
}
