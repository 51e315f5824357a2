package org.prmlab.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Cutting lists of tokens outside of brackets. */
final class TokenLists {
  private TokenLists() {}

  /** The parts between separators that stand outside all brackets; one part if there is none. */
  static List<List<Token>> split(List<Token> tokens, Predicate<Token> separator) {
    List<List<Token>> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      depth += token.opens() ? 1 : token.closes() ? -1 : 0;
      if (depth == 0 && separator.test(token)) {
        parts.add(tokens.subList(start, i));
        start = i + 1;
      }
    }
    parts.add(tokens.subList(start, tokens.size()));
    return parts;
  }

  /** Whether one pair of brackets, of any kind, holds everything. */
  static boolean isEnclosed(List<Token> tokens) {
    if (tokens.size() < 2 || !tokens.get(0).opens()) {
      return false;
    }
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth += tokens.get(i).opens() ? 1 : tokens.get(i).closes() ? -1 : 0;
      if (depth == 0) {
        return i == tokens.size() - 1;
      }
    }
    return false;
  }

  /** Whether one pair of these brackets holds everything. */
  static boolean isEnclosed(List<Token> tokens, String open, String close) {
    return isEnclosed(tokens) && tokens.get(0).is(open) && tokens.get(tokens.size() - 1).is(close);
  }

  /** What a pair of brackets around everything holds. */
  static List<Token> inside(List<Token> tokens) {
    return tokens.subList(1, tokens.size() - 1);
  }
}
