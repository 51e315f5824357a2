package org.prmlab.kernel.magic;

import java.util.BitSet;

/** Which characters of a source are code, and not part of a string, a text block or a comment. */
public final class JavaText {
  private final String source;
  private final BitSet other = new BitSet();

  public JavaText(String source) {
    this.source = source;
    int at = 0;
    while (at < source.length()) {
      int end = endOfText(at);
      other.set(at, end);
      at = Math.max(end, at + 1);
    }
  }

  /** Whether the character at this index, counted from 0, is code. */
  public boolean isCode(int index) {
    return !other.get(index);
  }

  /** The end of the string or comment that starts here; {@code at} itself if none does. */
  private int endOfText(int at) {
    if (source.startsWith("//", at)) {
      return until("\n", at);
    }
    if (source.startsWith("/*", at)) {
      return until("*/", at + 2);
    }
    if (source.startsWith("\"\"\"", at)) {
      return closing("\"\"\"", at + 3);
    }
    char c = source.charAt(at);
    return c == '"' || c == '\'' ? closing(String.valueOf(c), at + 1) : at;
  }

  private int until(String mark, int from) {
    int found = source.indexOf(mark, from);
    return found < 0 ? source.length() : found + mark.length();
  }

  /** The index after the closing quote; a plain string ends with its line at the latest. */
  private int closing(String quote, int from) {
    int at = from;
    while (at < source.length() && !source.startsWith(quote, at)) {
      if (quote.length() == 1 && source.charAt(at) == '\n') {
        return at;
      }
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(source.length(), at + quote.length());
  }
}
