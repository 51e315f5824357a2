package org.prmlab.answer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.prmlab.answer.Token.Kind;

/** Parts an answer from its unit: words behind it, a currency before it, %, °, or a number base. */
final class UnitReader {
  private static final Map<String, String> SPELLINGS =
      Map.ofEntries(
          Map.entry("$", "dollar"),
          Map.entry("inches", "inch"),
          Map.entry("feet", "foot"),
          Map.entry("centimeter", "cm"),
          Map.entry("centimetre", "cm"),
          Map.entry("meter", "m"),
          Map.entry("metre", "m"),
          Map.entry("kilometer", "km"),
          Map.entry("mile", "mi"),
          Map.entry("square", "sq"),
          Map.entry("hour", "hr"),
          Map.entry("h", "hr"),
          Map.entry("percent", "%"),
          Map.entry("deg", "degree"),
          Map.entry("kilogram", "kg"),
          Map.entry("gram", "g"),
          Map.entry("second", "s"),
          Map.entry("sec", "s"),
          Map.entry("minute", "min"),
          Map.entry("liter", "l"),
          Map.entry("litre", "l"),
          Map.entry("kilometre", "km"),
          Map.entry("millimeter", "mm"),
          Map.entry("pct", "%"),
          Map.entry("percentage", "%"),
          Map.entry("mph", "miperhr"),
          Map.entry("kmph", "kmperhr"),
          Map.entry("元", "yuan"),
          Map.entry("度", "degree"));

  private UnitReader() {}

  static AnswerInUnit read(List<Token> tokens, String plain) {
    if (!tokens.isEmpty() && tokens.get(0).equals(new Token(Kind.WORD, "$"))) {
      AnswerInUnit rest = read(tokens.subList(1, tokens.size()), plain);
      return new AnswerInUnit(rest.value(), "dollar");
    }
    if (isLabeled(tokens)) {
      return read(afterEqual(tokens), plain);
    }
    int word = indexOfWord(tokens);
    if (word == 0 || (word > 0 && !isUnit(tokens.subList(word, tokens.size())))) {
      return new AnswerInUnit(words(plain), "");
    }
    if (word > 0) {
      int end = tokens.get(word - 1).is("/") ? word - 1 : word; // 60 /hour
      AnswerInUnit value = read(tokens.subList(0, end), plain);
      return new AnswerInUnit(
          value.value(), value.unit() + spelled(tokens.subList(word, tokens.size())));
    }
    return signed(tokens);
  }

  /** {@code \text{Area} = 5}. */
  private static boolean isLabeled(List<Token> tokens) {
    return tokens.size() > 1 && tokens.get(0).is(Kind.WORD) && !afterEqual(tokens).isEmpty();
  }

  private static List<Token> afterEqual(List<Token> tokens) {
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i).is("=")) {
        return tokens.subList(i + 1, tokens.size());
      }
    }
    return List.of();
  }

  /** Units that are signs: %, ° unless a function takes the angle, and the base of a number. */
  private static AnswerInUnit signed(List<Token> tokens) {
    int last = tokens.size() - 1;
    if (last > 0 && tokens.get(last).is("%")) {
      return new AnswerInUnit(AnswerParser.parse(tokens.subList(0, last)), "%");
    }
    if (last > 0
        && tokens.get(last).is("\\degree")
        && tokens.stream().noneMatch(UnitReader::isFunction)) {
      return new AnswerInUnit(AnswerParser.parse(tokens.subList(0, last)), "degree");
    }
    int base = tokens.size() >= 3 && tokens.get(1).is("_") ? 2 : 0;
    if (base > 0 && tokens.get(0).is(Kind.NUMBER)) {
      String digits =
          tokens.subList(base, tokens.size()).stream()
              .filter(t -> t.is(Kind.NUMBER))
              .map(Token::text)
              .collect(Collectors.joining());
      return new AnswerInUnit(AnswerParser.parse(tokens.subList(0, 1)), "base " + digits);
    }
    return new AnswerInUnit(AnswerParser.parse(tokens), "");
  }

  private static boolean isFunction(Token token) {
    return token.is(Kind.COMMAND) && Operator.named(token.text()).isPresent();
  }

  private static int indexOfWord(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is(Kind.WORD)) {
        return i;
      }
    }
    return -1;
  }

  /** Words, powers of words, quotients and products of words. */
  private static boolean isUnit(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean exponent =
          token.is(Kind.NUMBER)
              && i > 0
              && (tokens.get(i - 1).is("^") || tokens.get(i - 1).is("{"));
      boolean sign = token.is("\\and") || ("^/*{}".contains(token.text()) && token.is(Kind.SIGN));
      boolean letter = token.is(Kind.LETTER) && i > 0 && tokens.get(i - 1).is("/"); // km/h
      if (!token.is(Kind.WORD) && !exponent && !sign && !letter) {
        return false;
      }
    }
    return true;
  }

  private static String spelled(List<Token> unit) {
    return unit.stream()
        .filter(t -> !t.is("{") && !t.is("}"))
        .map(t -> spelled(t.text().toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining());
  }

  private static String spelled(String word) {
    String plain = word.replaceAll("[.,;:]+$", "");
    String direct = SPELLINGS.getOrDefault(plain, "");
    String singular = plain.length() > 3 ? plain.replaceAll("s$", "") : plain;
    return direct.isEmpty() ? SPELLINGS.getOrDefault(singular, singular) : direct;
  }

  private static ParsedAnswer words(String plain) {
    String text = plain.replaceAll("\\\\(?:text|mathrm|textbf|textit|mbox)\\s*", "");
    String letters = text.replaceAll("[\\p{Punct}\\s]+", " ").strip().toLowerCase(Locale.ROOT);
    if (letters.isEmpty()) {
      throw new Unreadable("neither numbers nor words");
    }
    if (letters.matches("all reals?( numbers?)?")) {
      return ParsedAnswer.REALS;
    }
    return letters.matches("no (real )?(solutions?|roots?)|(the )?empty set")
        ? ParsedAnswer.NOTHING
        : new ParsedAnswer.Words(letters);
  }
}
