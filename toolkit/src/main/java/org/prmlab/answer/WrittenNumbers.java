package org.prmlab.answer;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ways of writing numbers that are plain digits otherwise: repeating decimals, bases in words. */
final class WrittenNumbers {
  private static final int MOST_DIGITS = 300;
  private static final int LONGEST_ORDINAL = 30; // characters
  private static final List<String> BASES =
      List.of(
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen");

  /** Words that multiply the digits before them, and the power of ten. */
  static final Map<String, Integer> SCALES =
      Map.of("hundred", 2, "thousand", 3, "million", 6, "billion", 9, "trillion", 12);

  private static final Pattern SCALED =
      Pattern.compile(
          "(?<![\\d/.,}\\]] )(?<![\\d/.,}])(\\d[\\d,]*(?:\\.\\d+)?)(\\s*\\\\text\\s*\\{)?\\s*(?i:("
              + String.join("|", SCALES.keySet())
              + "))(?![\\p{L}])");
  private static final Pattern ORDINAL =
      Pattern.compile(
          "\\s*(\\d+)\\s*\\^?\\s*\\{?\\s*(?:\\\\text\\s*\\{)?\\s*(?:st|nd|rd|th)\\s*}*\\s*");

  private static final Pattern REPEATING =
      Pattern.compile("(\\d*)\\.(\\d*)\\\\(?:overline|bar|dot)\\s*(?:\\{(\\d+)}|(\\d))");
  private static final Pattern BASE =
      Pattern.compile(
          "(?<=\\d)\\s*_\\s*\\{?\\s*(?:\\\\(?:text|mathrm|rm|mbox)\\s*\\{)?\\s*\\(?\\s*"
              + "(\\d{1,2}|"
              + String.join("|", BASES)
              + ")\\s*\\)?\\s*}{0,2}");

  private WrittenNumbers() {}

  static String plain(String text) {
    if (text.length() <= LONGEST_ORDINAL) {
      Matcher ordinal = ORDINAL.matcher(text);
      if (ordinal.matches()) {
        return ordinal.group(1);
      }
    }
    return basesAndPeriods(scaled(text));
  }

  /** {@code 1.5 million} is {@code 1.5*10^{6}}; what follows is the unit. */
  private static String scaled(String text) {
    return text.indexOf('d') < 0 && text.indexOf('o') < 0
        ? text
        : SCALED
            .matcher(text)
            .replaceAll(
                m ->
                    Matcher.quoteReplacement(
                        m.group(1)
                            + "*10^{"
                            + SCALES.get(m.group(3).toLowerCase(Locale.ROOT))
                            + "}"
                            + (m.group(2) == null ? "" : m.group(2))))
            .replaceAll("\\\\text\\s*\\{\\s*}", "");
  }

  private static String basesAndPeriods(String text) {
    String exact =
        text.indexOf('\\') < 0
            ? text
            : REPEATING.matcher(text).replaceAll(m -> Matcher.quoteReplacement(fraction(m)));
    return exact.indexOf('_') < 0
        ? exact
        : BASE.matcher(exact).replaceAll(m -> "_{" + base(m.group(1)) + "}");
  }

  private static String base(String written) {
    int word = BASES.indexOf(written);
    return word < 0 ? written : Integer.toString(word + 2);
  }

  /** {@code 0.1\overline{6}} is (16 - 1) / 90. */
  private static String fraction(MatchResult m) {
    String start = m.group(1) + m.group(2);
    String period = m.group(3) == null ? m.group(4) : m.group(3);
    if (start.length() + period.length() > MOST_DIGITS) {
      return m.group();
    }
    BigInteger fixed = start.isEmpty() ? BigInteger.ZERO : new BigInteger(start);
    BigInteger above = new BigInteger(start + period).subtract(fixed);
    BigInteger below =
        BigInteger.TEN
            .pow(period.length())
            .subtract(BigInteger.ONE)
            .multiply(BigInteger.TEN.pow(m.group(2).length()));
    return "(\\frac{" + above + "}{" + below + "})";
  }
}
