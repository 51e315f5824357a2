package org.prmlab.cli.common;

/** Line breaks and tabs as they are written in an option: {@code \n}, {@code \t}, {@code \\}. */
public final class Escapes {
  private Escapes() {}

  public static String resolved(String text) {
    var result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
      if (text.charAt(i) == '\\' && (next == 'n' || next == 't' || next == '\\')) {
        result.append(next == 'n' ? '\n' : next == 't' ? '\t' : '\\');
        i++;
      } else {
        result.append(text.charAt(i));
      }
    }
    return result.toString();
  }
}
