package org.prmlab.model.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prmlab.model.jinja.JinjaToken.Kind;

/**
 * Cuts a template into tokens, with Jinja's rules for white space as transformers sets them: {@code
 * trim_blocks} takes the line break after a tag, {@code lstrip_blocks} the blanks of a line before
 * one, a dash all white space, and a plus keeps it.
 */
final class JinjaLexer {
  private static final Pattern BEGIN = Pattern.compile("\\{([{%#])([-+]?)");
  private static final Pattern RAW_BEGIN =
      Pattern.compile("\\{%[-+]?\\s*raw\\s*(?:-%\\}\\s*|%\\})", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern RAW_END =
      Pattern.compile("\\{%([-+]?)\\s*endraw\\s*(?:\\+%\\}|-%\\}\\s*|%\\}\\n?)");
  private static final Pattern COMMENT_END =
      Pattern.compile("\\+#\\}|-#\\}\\s*|#\\}\\n?", Pattern.UNICODE_CHARACTER_CLASS);

  private final String source;
  private final List<JinjaToken> tokens = new ArrayList<>();
  private int at;
  private boolean lineStarts = true;

  private JinjaLexer(String source) {
    this.source = source;
  }

  static List<JinjaToken> tokens(String source) {
    String text = source.replace("\r\n", "\n").replace('\r', '\n');
    var lexer = new JinjaLexer(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
    lexer.run();
    return lexer.tokens;
  }

  private void run() {
    Matcher begin = BEGIN.matcher(source);
    while (begin.find(at)) {
      char kind = begin.group(1).charAt(0);
      text(at, begin.start(), kind == '{' ? begin.group(2) + " " : begin.group(2));
      at = begin.start();
      if (kind == '#') {
        skipTo(COMMENT_END, begin.end(), "comment");
      } else if (kind == '%' && RAW_BEGIN.matcher(source).region(at, source.length()).lookingAt()) {
        raw();
      } else {
        at = begin.end();
        tag(kind == '{');
      }
    }
    text(at, source.length(), " ");
    at = source.length();
    add(Kind.END, "", at);
  }

  /** Text between tags, cut as the sign of the tag behind it says; a blank: as it is. */
  private void text(int from, int to, String sign) {
    int end = to;
    if (sign.startsWith("-")) {
      while (end > from && PythonText.isSpace(source.charAt(end - 1))) {
        end--;
      }
    } else if (sign.isEmpty()) {
      int line = source.lastIndexOf('\n', to - 1) + 1;
      int start = Math.max(line, from);
      if ((line > from || lineStarts) && source.substring(start, to).isBlank()) {
        end = start;
      }
    }
    if (end > from) {
      add(Kind.TEXT, source.substring(from, end), from);
    }
  }

  private void skipTo(Pattern end, int from, String what) {
    Matcher matcher = end.matcher(source);
    if (!matcher.find(from)) {
      throw JinjaException.at(line(at), "%s is not closed", what);
    }
    at = matcher.end();
    lineStarts = matcher.group().endsWith("\n");
  }

  private void raw() {
    Matcher begin = RAW_BEGIN.matcher(source);
    begin.find(at);
    int from = begin.end();
    lineStarts = begin.group().endsWith("\n");
    Matcher end = RAW_END.matcher(source);
    if (!end.find(from)) {
      throw JinjaException.at(line(at), "raw is not closed");
    }
    text(from, end.start(), end.group(1));
    skipTo(RAW_END, from, "raw");
  }

  /** What stands in a tag or an output, up to its end; brackets may hold what looks like one. */
  private void tag(boolean output) {
    String end = output ? "}}" : "%}";
    int opened = at - 2;
    add(output ? Kind.OUTPUT_BEGIN : Kind.TAG_BEGIN, output ? "{{" : "{%", opened);
    var inside = new JinjaTagLexer(source, at);
    while (true) {
      int start = inside.skipSpace();
      if (start >= source.length()) {
        throw JinjaException.at(line(opened), "a tag is not closed with %s", end);
      }
      boolean dash = source.startsWith("-" + end, start);
      boolean plus = !output && source.startsWith("+" + end, start);
      if (inside.depth() == 0 && (dash || plus || source.startsWith(end, start))) {
        add(output ? Kind.OUTPUT_END : Kind.TAG_END, end, start);
        at = start + (dash || plus ? 3 : 2);
        skipAfter(dash, !output && !plus);
        return;
      }
      tokens.add(inside.next(line(start)));
    }
  }

  private void skipAfter(boolean allSpace, boolean oneLineBreak) {
    int from = at;
    while (allSpace && at < source.length() && PythonText.isSpace(source.charAt(at))) {
      at++;
    }
    if (!allSpace && oneLineBreak && source.startsWith("\n", at)) {
      at++;
    }
    lineStarts = at > from && source.charAt(at - 1) == '\n';
  }

  private void add(Kind kind, String text, int offset) {
    tokens.add(new JinjaToken(kind, text, line(offset)));
  }

  private int line(int offset) {
    return 1 + (int) source.substring(0, offset).chars().filter(c -> c == '\n').count();
  }
}
