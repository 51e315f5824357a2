package org.prmlab.answer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prmlab.answer.Formulas.Formula;

/**
 * The answer in what follows its announcement: a value at the begin of the sentence, with its unit,
 * else what the sentence says that something is.
 */
final class AnswerPhrase {
  private static final int LONGEST = 2000;
  private static final int MOST_WORDS = 4;

  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:[\\s*_:：=>]|-\\s(?!\\d)|\\b(?:is|are|be|equals?|to|therefore|thus|then|simply|just|indeed|about"
              + "|approximately|exactly|the|option|choice|number|value)\\b(?![(_])|应该?|是|为|等于|约)*"
              + "(?=.)",
          Pattern.CASE_INSENSITIVE);

  /** Where a value ends and talk about it begins. */
  private static final Pattern CLAUSE =
      Pattern.compile(
          "\\s+(?:because|since|which|as|when|where|that|so|if|after|before|while|with|out"
              + " of|from|for"
              + " which|given|obtained)\\b|\\s*[，；]|,\\s+(?=[a-z]{2,})|\\s+\\((?=[a-z])|\\s+[-–—]\\s+(?=[A-Za-z])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern VALUE =
      Pattern.compile(
          "[-+−]?\\s?[$€£¥￥]?\\s?(?:\\d{1,3}(?:,\\d{3})+|\\d+|(?=\\.\\d))(?:\\.\\d+)?"
              + "(?:\\s*/\\s*\\d+)?(?:\\s*\\\\?%)?");
  private static final Pattern WORD = Pattern.compile("(?<![\\\\\\p{L}])[a-zA-Z]{2,}");
  private static final Pattern COPULA =
      Pattern.compile(
          "(?i)\\b(?:is|are|equals|be|was|has|have|had|gets|needs|pays|earns|makes|costs)\\b|[:=：]|是|为|等于|有|剩");
  private static final Pattern JOINED =
      Pattern.compile("\\s*(?:,|;|、|和|或|(?:,\\s*)?(?:and|or))\\s*");
  private static final Pattern UNIT =
      Pattern.compile("\\s*(?:\\\\?%|°|[\\p{L}²³/^\\d ]{1,40}?)\\s*[.,;:!。]*");

  private static final Pattern DECORATION = Pattern.compile("\\*\\*|__|[`\"“”]|<<[^<>]*>>");
  private static final Pattern SLIP = Pattern.compile("\\s*ки$");
  private static final Pattern ABBREVIATION =
      Pattern.compile(".*(?:i\\.e|e\\.g|[aApP]\\.m|\\b(?:vs|ca|No))\\.");
  private static final Pattern TRIMMED = Pattern.compile("(?<!\\.)[.,;:!。，；]+$|^\\s+|\\s+$");
  private static final Pattern TEXT = Pattern.compile("\\\\(?:text|mathrm|textbf)\\s*\\{[^{}]*}");

  /** What an answer is said to be that is none. */
  private static final Set<String> REMARKS =
      Set.of(
          "correct",
          "right",
          "wrong",
          "incorrect",
          "helpful",
          "below",
          "above",
          "clear",
          "not",
          "obvious",
          "valid",
          "reasonable",
          "given",
          "found",
          "obtained",
          "shown",
          "in",
          "a",
          "an",
          "as",
          "here",
          "also",
          "now",
          "it",
          "this",
          "that",
          "we",
          "you",
          "based",
          "easy",
          "simple",
          "unique",
          "different",
          "same",
          "determined",
          "expected",
          "required",
          "boxed",
          "let",
          "to",
          "by",
          "first",
          "there",
          "what",
          "i",
          "see",
          "if",
          "on",
          "of",
          "for",
          "with");

  private AnswerPhrase() {}

  /** What follows a sure announcement; the answer may stand on the next line, or be prose. */
  static Optional<String> strong(String text, int from) {
    return at(text, from, true);
  }

  /** What follows "answer is": a value, or one of few words. */
  static Optional<String> weak(String text, int from) {
    return at(text, from, false);
  }

  /** Whether it is more words than a value and its unit have. */
  static boolean isProse(String text) {
    return words(text) > MOST_WORDS;
  }

  private static Optional<String> at(String text, int from, boolean sure) {
    int start = from;
    while (start < text.length() && isSkipped(text.charAt(start))) {
      start++;
    }
    String rest = text.substring(start, Math.min(text.length(), start + LONGEST));
    String sentence = DECORATION.matcher(sentence(rest)).replaceAll("").strip();
    return value(SLIP.matcher(sentence).replaceAll(""), sure);
  }

  private static boolean isSkipped(char c) {
    return c == '*' || c == '_' || c == ':' || c == '：' || Character.isWhitespace(c);
  }

  /** Up to the end of the line or of the sentence; formulas are not cut. */
  private static String sentence(String rest) {
    int from = 0;
    for (Formula formula : Formulas.in(rest)) {
      int end = sentenceEnd(rest, from, formula.start());
      if (end < formula.start()) {
        return rest.substring(0, end);
      }
      from = formula.end();
    }
    return rest.substring(0, sentenceEnd(rest, from, rest.length()));
  }

  /** The first place where a sentence ends; {@code to} if there is none before it. */
  private static int sentenceEnd(String text, int from, int to) {
    int end = from;
    while (end < to && !endsSentence(text, end)) {
      end++;
    }
    return end;
  }

  private static boolean endsSentence(String text, int at) {
    char c = text.charAt(at);
    if (c == '\n' || c == '。' || c == '；') {
      return true;
    }
    if (c == '.' && ABBREVIATION.matcher(text.substring(Math.max(0, at - 3), at + 1)).matches()) {
      return false;
    }
    boolean last = at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
    boolean factorial = c == '!' && at > 0 && ")0123456789n".indexOf(text.charAt(at - 1)) >= 0;
    return last && ".!?;".indexOf(c) >= 0 && !factorial;
  }

  private static Optional<String> value(String sentence, boolean sure) {
    if (PlainNumber.of(sentence).isPresent()) {
      return Optional.of(sentence);
    }
    Matcher lead = LEAD.matcher(sentence);
    String s = (lead.find() ? sentence.substring(lead.end()) : sentence).strip();
    if (s.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> leading = leading(s);
    if (leading.isPresent()) {
      return leading;
    }
    Optional<String> prose = prose(s);
    if (prose.isPresent() || hasDigit(s)) {
      return prose;
    }
    return word(s, sure);
  }

  /** A value that the sentence begins with. */
  private static Optional<String> leading(String s) {
    List<Formula> formulas = Formulas.in(s);
    if (!formulas.isEmpty() && formulas.get(0).start() == 0) {
      return Optional.of(formulas(s, formulas));
    }
    Matcher clause = CLAUSE.matcher(s);
    String value = trimmed(clause.find() ? s.substring(0, clause.start()) : s);
    boolean isMath =
        hasDigit(value) || value.contains("\\") || value.matches("[^\\p{L}]*\\p{L}[^\\p{L}]*");
    Matcher number = VALUE.matcher(value);
    boolean startsWithValue =
        number.lookingAt() || !value.matches("(?s)(?:[a-zA-Z]{2,}|[aA]n?\\s+[a-z]|\\p{IsHan}).*");
    if (isMath && startsWithValue && words(value) <= MOST_WORDS) {
      return Optional.of(Formulas.withoutDelimiters(value).strip());
    }
    return number.lookingAt() ? Optional.of(number.group().strip()) : Optional.empty();
  }

  /** Formulas side by side are a list; a unit may follow. */
  private static String formulas(String s, List<Formula> formulas) {
    StringBuilder list = new StringBuilder(formulas.get(0).inside());
    int end = formulas.get(0).end();
    for (Formula next : formulas.subList(1, formulas.size())) {
      if (!JOINED.matcher(s.substring(end, next.start())).matches()) {
        break;
      }
      list.append(", ").append(next.inside());
      end = next.end();
    }
    String unit = s.substring(end);
    boolean isUnit =
        UNIT.matcher(unit).matches() && words(unit) <= 3 && !CLAUSE.matcher(unit).find();
    return isUnit ? list + " " + trimmed(unit) : list.toString();
  }

  /** What a sentence says that something is; its only number where it has one. */
  private static Optional<String> prose(String s) {
    Matcher copula = COPULA.matcher(s);
    int from = -1;
    while (copula.find()) {
      boolean inFormula =
          Formulas.in(s).stream()
              .anyMatch(f -> f.start() <= copula.start() && copula.end() <= f.end());
      from = inFormula ? from : copula.end();
    }
    if (from > 0) {
      Optional<String> said = leading(s.substring(from).strip());
      if (said.isPresent() && hasDigit(said.get())) {
        return said;
      }
    }
    List<Formula> formulas = Formulas.in(s).stream().filter(f -> hasDigit(f.inside())).toList();
    if (formulas.size() == 1) {
      return Optional.of(formulas.get(0).inside());
    }
    Matcher number = VALUE.matcher(s);
    if (formulas.isEmpty() && number.find()) {
      String only = number.group().strip();
      return number.find() ? Optional.empty() : Optional.of(only);
    }
    return Optional.empty();
  }

  /** An answer in words: Tuesday, yes, no solution. */
  private static Optional<String> word(String s, boolean sure) {
    String value = trimmed(s);
    String first = value.split("[\\s,]+", 2)[0].toLowerCase(Locale.ROOT);
    boolean few = words(value) <= (sure ? 3 : 2);
    return value.isEmpty() || REMARKS.contains(first) || !few
        ? Optional.empty()
        : Optional.of(value);
  }

  private static String trimmed(String value) {
    return TRIMMED.matcher(value.strip()).replaceAll("").strip();
  }

  private static boolean hasDigit(String s) {
    return s.chars().anyMatch(Character::isDigit);
  }

  private static int words(String s) {
    Matcher word = WORD.matcher(s.indexOf('\\') < 0 ? s : TEXT.matcher(s).replaceAll(""));
    int count = 0;
    while (word.find()) {
      String one = word.group();
      count += one.equalsIgnoreCase("and") || one.equalsIgnoreCase("or") ? 0 : 1;
    }
    return count;
  }
}
