package org.prmlab.model.jinja;

import java.util.List;
import org.prmlab.model.jinja.JinjaToken.Kind;

/** Goes over tokens one by one. */
final class JinjaCursor {
  private final List<JinjaToken> tokens;
  private int at;

  JinjaCursor(List<JinjaToken> tokens) {
    this.tokens = tokens;
  }

  JinjaToken peek() {
    return tokens.get(at);
  }

  /** The token behind the next one. */
  JinjaToken second() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  JinjaToken next() {
    JinjaToken token = tokens.get(at);
    if (token.kind() != Kind.END) {
      at++;
    }
    return token;
  }

  boolean acceptOperator(String text) {
    return accept(peek().isOperator(text));
  }

  boolean acceptName(String text) {
    return accept(peek().isName(text));
  }

  private boolean accept(boolean wanted) {
    if (wanted) {
      next();
    }
    return wanted;
  }

  void expectOperator(String text) {
    if (!acceptOperator(text)) {
      throw unexpected("'" + text + "'");
    }
  }

  void expectName(String text) {
    if (!acceptName(text)) {
      throw unexpected("'" + text + "'");
    }
  }

  String name() {
    return expect(Kind.NAME, "a name").text();
  }

  JinjaToken expect(Kind kind, String what) {
    if (peek().kind() != kind) {
      throw unexpected(what);
    }
    return next();
  }

  JinjaException unexpected(String expected) {
    return JinjaException.at(peek().line(), "found %s, expected %s", peek(), expected);
  }
}
