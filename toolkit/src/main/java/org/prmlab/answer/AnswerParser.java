package org.prmlab.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.prmlab.answer.ParsedAnswer.Group;
import org.prmlab.answer.ParsedAnswer.Kind;
import org.prmlab.answer.ParsedAnswer.Scalar;

/** Reads what holds expressions together: lists, sets, tuples, intervals, matrices, equations. */
final class AnswerParser {
  private static final int MOST_SIGNS = 4;

  private AnswerParser() {}

  /**
   * @throws Unreadable if the tokens are no answer
   */
  static ParsedAnswer parse(List<Token> tokens) {
    if (tokens.isEmpty()) {
      throw new Unreadable("nothing where a value should be");
    }
    List<List<Token>> listed = TokenLists.split(tokens, AnswerParser::isSeparator);
    if (listed.size() > 1) {
      boolean both = tokens.stream().anyMatch(t -> t.is("\\and"));
      Group list = group(Kind.LIST, listed);
      return both ? RelationParser.intersection(list) : list;
    }
    if (TokenLists.isEnclosed(tokens, "\\{", "\\}")) {
      return set(TokenLists.inside(tokens));
    }
    List<List<Token>> exact = TokenLists.split(tokens, t -> t.is("\\approx"));
    if (exact.size() > 1) {
      return parse(RelationParser.isName(exact.get(0)) ? exact.get(1) : exact.get(0));
    }
    List<List<Token>> united = TokenLists.split(tokens, t -> t.is("\\cup"));
    if (united.size() > 1) {
      return group(Kind.UNION, united);
    }
    List<List<Token>> without = TokenLists.split(tokens, t -> t.is("\\setminus"));
    if (without.size() == 2 && parse(without.get(0)).equals(ParsedAnswer.REALS)) {
      return RelationParser.allBut(parse(without.get(1)));
    }
    List<List<Token>> member = TokenLists.split(tokens, t -> t.is("\\in"));
    if (member.size() == 2) {
      return parse(member.get(1));
    }
    return parseOne(tokens);
  }

  private static ParsedAnswer parseOne(List<Token> tokens) {
    List<List<Token>> readings = withSigns(tokens);
    if (readings.size() > 1) {
      return new Group(Kind.LIST, readings.stream().map(AnswerParser::parse).toList());
    }
    if (RelationParser.isRelation(tokens)) {
      return RelationParser.parse(tokens);
    }
    List<List<Token>> ratio = TokenLists.split(tokens, t -> t.is(":"));
    return ratio.size() > 1 ? group(Kind.RATIO, ratio) : single(tokens);
  }

  private static ParsedAnswer single(List<Token> tokens) {
    if (tokens.size() == 1 && tokens.get(0).is("\\emptyset")) {
      return ParsedAnswer.NOTHING;
    }
    if (tokens.size() == 1 && tokens.get(0).is("\\reals")) {
      return ParsedAnswer.REALS;
    }
    if (TokenLists.isEnclosed(tokens)) {
      String brackets = tokens.get(0).text() + tokens.get(tokens.size() - 1).text();
      List<Token> inside = TokenLists.inside(tokens);
      List<List<Token>> items = TokenLists.split(inside, t -> t.is(",") || t.is(";"));
      if (brackets.equals("[[]]")) {
        return matrix(inside);
      }
      if (items.size() > 1) {
        return new Group(kind(brackets), items.stream().map(AnswerParser::parse).toList());
      }
      if (brackets.equals("()") || brackets.equals("{}") || isMatrix(inside)) {
        return parse(inside);
      }
    }
    return new Scalar(ExpressionParser.parse(tokens));
  }

  /** {@code \{1, 2\}}, or by a condition: {@code \{x \mid x > 2\}}. */
  private static ParsedAnswer set(List<Token> inside) {
    if (inside.isEmpty()) {
      return ParsedAnswer.NOTHING;
    }
    List<List<Token>> condition =
        TokenLists.split(inside, t -> t.is("\\mid") || t.is(":") || t.is("|"));
    if (condition.size() == 2 && isBound(condition.get(0))) {
      if (condition.get(1).stream().anyMatch(t -> t.is(","))) {
        throw new Unreadable("a set with several conditions");
      }
      return parse(condition.get(1));
    }
    return group(Kind.SET, TokenLists.split(inside, AnswerParser::isSeparator));
  }

  /** A letter, or a letter that is a real number. */
  private static boolean isBound(List<Token> tokens) {
    return !tokens.isEmpty()
        && tokens.get(0).is(Token.Kind.LETTER)
        && (tokens.size() == 1
            || (tokens.size() == 3 && tokens.get(1).is("\\in") && tokens.get(2).is("\\reals")));
  }

  private static Kind kind(String brackets) {
    return switch (brackets) {
      case "()" -> Kind.ROUND;
      case "{}" -> Kind.SET; // as people write it without the backslash
      case "[]" -> Kind.SQUARE;
      case "(]" -> Kind.LEFT_OPEN;
      case "[)" -> Kind.RIGHT_OPEN;
      default -> throw new Unreadable("brackets " + brackets);
    };
  }

  private static boolean isMatrix(List<Token> tokens) {
    return TokenLists.isEnclosed(tokens, "[[", "]]");
  }

  private static ParsedAnswer matrix(List<Token> inside) {
    List<ParsedAnswer> rows = new ArrayList<>();
    for (List<Token> row : TokenLists.split(inside, t -> t.is("\\\\"))) {
      if (!row.isEmpty()) {
        List<List<Token>> entries = TokenLists.split(row, t -> t.is("&"));
        rows.add(new Group(Kind.ROW, entries.stream().map(AnswerParser::parse).toList()));
      }
    }
    return new Group(Kind.MATRIX, rows);
  }

  /** Items with a plus-minus sign are as many items as it has readings. */
  private static Group group(Kind kind, List<List<Token>> items) {
    Stream<List<Token>> readings = items.stream().flatMap(i -> withSigns(i).stream());
    return new Group(kind, readings.map(AnswerParser::parse).toList());
  }

  private static boolean isSeparator(Token token) {
    return token.is(",") || token.is(";") || token.is("\\and");
  }

  private static boolean isPlusMinus(Token token) {
    return token.is("\\pm") || token.is("\\mp");
  }

  /**
   * The readings of plus-minus: upper signs and lower signs where there is one, or a minus-plus
   * beside it; otherwise each sign for itself. Signs inside a set belong to its items.
   */
  private static List<List<Token>> withSigns(List<Token> tokens) {
    long signs = tokens.stream().filter(AnswerParser::isPlusMinus).count();
    if (signs == 0 || tokens.stream().anyMatch(t -> t.is("\\{"))) {
      return List.of(tokens);
    }
    if (signs > MOST_SIGNS) {
      throw new Unreadable("more than " + MOST_SIGNS + " plus-minus signs");
    }
    boolean together = signs == 1 || tokens.stream().anyMatch(t -> t.is("\\mp"));
    List<List<Token>> readings = new ArrayList<>();
    for (int reading = 0; reading < (together ? 2 : 1 << signs); reading++) {
      readings.add(withSigns(tokens, together ? -reading : reading));
    }
    return readings;
  }

  /** The reading that takes the lower sign where the bit of the choice is set. */
  private static List<Token> withSigns(List<Token> tokens, int choice) {
    List<Token> chosen = new ArrayList<>();
    int seen = 0;
    for (Token token : tokens) {
      if (isPlusMinus(token)) {
        boolean lower = ((choice >> seen++) & 1) == 1;
        chosen.add(new Token(Token.Kind.SIGN, token.is("\\pm") == lower ? "-" : "+"));
      } else {
        chosen.add(token);
      }
    }
    return chosen;
  }
}
