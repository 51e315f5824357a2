package org.prmlab.answer;

import java.util.ArrayList;
import java.util.List;
import org.prmlab.answer.ParsedAnswer.Group;
import org.prmlab.answer.ParsedAnswer.Kind;
import org.prmlab.answer.ParsedAnswer.Scalar;

/** Reads what holds expressions together: lists, sets, tuples, intervals, matrices, equations. */
final class AnswerParser {
  private AnswerParser() {}

  /**
   * @throws Unreadable if the tokens are no answer
   */
  static ParsedAnswer parse(List<Token> tokens) {
    if (tokens.isEmpty()) {
      throw new Unreadable("empty");
    }
    List<List<Token>> listed = TokenLists.split(tokens, t -> t.is(",") || t.is(";"));
    if (listed.size() > 1) {
      return group(Kind.LIST, listed);
    }
    List<List<Token>> united = TokenLists.split(tokens, t -> t.is("\\cup"));
    if (united.size() > 1) {
      return group(Kind.UNION, united);
    }
    List<List<Token>> member = TokenLists.split(tokens, t -> t.is("\\in"));
    if (member.size() == 2) {
      return parse(member.get(1));
    }
    return RelationParser.isRelation(tokens) ? RelationParser.parse(tokens) : single(tokens);
  }

  private static ParsedAnswer single(List<Token> tokens) {
    if (tokens.size() == 1 && tokens.get(0).is("\\emptyset")) {
      return new Group(Kind.SET, List.of());
    }
    if (TokenLists.isEnclosed(tokens)) {
      String brackets = tokens.get(0).text() + tokens.get(tokens.size() - 1).text();
      List<Token> inside = TokenLists.inside(tokens);
      List<List<Token>> items = TokenLists.split(inside, t -> t.is(",") || t.is(";"));
      if (brackets.equals("\\{\\}")) {
        return inside.isEmpty() ? new Group(Kind.SET, List.of()) : group(Kind.SET, items);
      }
      if (brackets.equals("[[]]")) {
        return matrix(inside);
      }
      if (items.size() > 1) {
        return group(kind(brackets), items);
      }
    }
    return tokens.stream().anyMatch(AnswerParser::isPlusMinus)
        ? new Group(Kind.LIST, List.of(withSign(tokens, "+"), withSign(tokens, "-")))
        : new Scalar(ExpressionParser.parse(tokens));
  }

  private static Kind kind(String brackets) {
    return switch (brackets) {
      case "()", "{}" -> Kind.ROUND;
      case "[]" -> Kind.SQUARE;
      case "(]" -> Kind.LEFT_OPEN;
      case "[)" -> Kind.RIGHT_OPEN;
      default -> throw new Unreadable("brackets " + brackets);
    };
  }

  private static ParsedAnswer matrix(List<Token> inside) {
    List<ParsedAnswer> rows = new ArrayList<>();
    for (List<Token> row : TokenLists.split(inside, t -> t.is("\\\\"))) {
      if (!row.isEmpty()) {
        rows.add(group(Kind.ROW, TokenLists.split(row, t -> t.is("&"))));
      }
    }
    return new Group(Kind.MATRIX, rows);
  }

  private static Group group(Kind kind, List<List<Token>> items) {
    return new Group(kind, items.stream().map(AnswerParser::parse).toList());
  }

  private static boolean isPlusMinus(Token token) {
    return token.is("\\pm") || token.is("\\mp");
  }

  /** The reading with the upper signs, or with the lower ones. */
  private static ParsedAnswer withSign(List<Token> tokens, String upper) {
    String lower = upper.equals("+") ? "-" : "+";
    List<Token> chosen = new ArrayList<>();
    for (Token token : tokens) {
      chosen.add(
          isPlusMinus(token)
              ? new Token(Token.Kind.SIGN, token.is("\\pm") ? upper : lower)
              : token);
    }
    return new Scalar(ExpressionParser.parse(chosen));
  }
}
