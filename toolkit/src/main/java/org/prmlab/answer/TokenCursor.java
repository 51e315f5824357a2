package org.prmlab.answer;

import java.util.ArrayList;
import java.util.List;
import org.prmlab.answer.Token.Kind;

/** A place in a list of tokens. */
final class TokenCursor {
  private static final Token END = new Token(Kind.SIGN, "");

  private final List<Token> tokens;
  private int at;

  TokenCursor(List<Token> tokens) {
    this.tokens = new ArrayList<>(tokens); // nextDigit() splits numbers in place
  }

  boolean isAtEnd() {
    return at == tokens.size();
  }

  /** The next token; an empty sign at the end. */
  Token peek() {
    return peek(0);
  }

  Token next() {
    if (isAtEnd()) {
      throw new Unreadable("something missing at the end");
    }
    return tokens.get(at++);
  }

  /**
   * The first digit of the number that is next; its other digits stay: TeX's 1/2 in {@code
   * \frac12}.
   */
  String nextDigit() {
    String digits = next().text();
    if (digits.length() > 1) {
      tokens.set(--at, new Token(Kind.NUMBER, digits.substring(1)));
    }
    return digits.substring(0, 1);
  }

  boolean accept(String written) {
    boolean found = peek().is(written);
    at += found ? 1 : 0;
    return found;
  }

  void expect(String written) {
    if (!accept(written)) {
      throw new Unreadable("'" + written + "' is missing");
    }
  }

  /** Whether {@code \frac{number}{number}} is next, or {@code \frac13}. */
  boolean isAtFractionOfNumbers() {
    if (!peek().is("\\frac")) {
      return false;
    }
    if (isBracedNumber(1)) {
      return isBracedNumber(4) || peek(4).is(Kind.NUMBER);
    }
    int digits = peek(1).is(Kind.NUMBER) ? peek(1).text().length() : 0;
    boolean one = digits == 1 && (peek(2).is(Kind.NUMBER) || isBracedNumber(2));
    return one || digits == 2;
  }

  /** Whether {@code number/number} is next. */
  boolean isAtTypedFraction() {
    return peek().is(Kind.NUMBER) && peek(1).is("/") && peek(2).is(Kind.NUMBER);
  }

  private boolean isBracedNumber(int ahead) {
    return peek(ahead).is("{") && peek(ahead + 1).is(Kind.NUMBER) && peek(ahead + 2).is("}");
  }

  private Token peek(int ahead) {
    return at + ahead < tokens.size() ? tokens.get(at + ahead) : END;
  }
}
