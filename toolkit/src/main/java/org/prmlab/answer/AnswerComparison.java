package org.prmlab.answer;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides whether two final answers are the same answer: as mathematics, never by how they are
 * spelled and never by one containing the other ("1" is not in "12").
 *
 * <p>A unit that only one of them names is ignored; a percentage equals its number and its
 * hundredth (50 %, 50, 0.5). Different units are undecided. Lists and sets are compared in any
 * order, tuples in theirs. See docs/decisions/003-answer-equivalence.md.
 *
 * @param timeLimit what one pair may take; longer is {@link Equivalence#UNDECIDED}. A limit on the
 *     work, the same on every machine, comes first in all but the busiest moments
 * @param seed of the random points at which expressions are compared
 */
public record AnswerComparison(Duration timeLimit, long seed) {
  /** Answers longer than this are prose, not mathematics. */
  private static final int LONGEST = 2000;

  /** {@code 1,22}, which is 1.22 in much of the world and two numbers in the rest. */
  private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d+,\\d+");

  private static final Pattern GOES_ON =
      Pattern.compile("(\\d*\\.\\d+)\\s*(?:\\.\\.\\.|\u2026|\\\\[lc]?dots)");
  private static final Pattern LIST_COMMA = Pattern.compile("(?<=\\d), (?=\\d)");

  /** A number, white space, and a letter that may be a unit. */
  private static final Pattern MAYBE_UNIT =
      Pattern.compile(
          "(?<number>-?[\\d.,/]+)(?<space>\\s*)(?<unit>[mgslhLNJWVK])(?<power>\\^\\d)?");

  /** 10 seconds a pair, which only a machine that is very busy takes; seed 1. */
  public static AnswerComparison withDefaults() {
    return new AnswerComparison(Duration.ofSeconds(10), 1);
  }

  public AnswerComparison withTimeLimit(Duration timeLimit) {
    return new AnswerComparison(timeLimit, seed);
  }

  public AnswerComparison withSeed(long seed) {
    return new AnswerComparison(timeLimit, seed);
  }

  /** Whether two answers are the same; the order of the two does not matter. */
  public Equivalence compare(String gold, String answer) {
    return compare(new ReadAnswer(gold), new ReadAnswer(answer));
  }

  Equivalence compare(ReadAnswer one, ReadAnswer other) {
    if (one.number().isEmpty() || other.number().isEmpty()) {
      return explain(one, other).verdict();
    }
    return one.number().equals(other.number()) ? Equivalence.EQUAL : Equivalence.DIFFERENT;
  }

  /** Whether two answers are the same, and why. */
  public Comparison explain(String gold, String answer) {
    return explain(new ReadAnswer(gold), new ReadAnswer(answer));
  }

  Comparison explain(ReadAnswer a, ReadAnswer b) {
    if (a.text().strip().equals(b.text().strip())) {
      return Comparison.equal("the same text");
    }
    if (a.text().length() > LONGEST || b.text().length() > LONGEST) {
      return Comparison.undecided("longer than %d characters", LONGEST);
    }
    if (!a.plain().isEmpty() && a.squeezed().equals(b.squeezed())) {
      return Comparison.equal("the same text");
    }
    try {
      WorkLimit limit = new WorkLimit(timeLimit);
      limit.check();
      return choice(a, b, limit).orElseGet(() -> values(a, b, limit));
    } catch (Unreadable e) {
      return Comparison.undecided("not read: %s", String.valueOf(e.getMessage()));
    } catch (WorkLimit.Exceeded e) {
      return Comparison.undecided("%s", String.valueOf(e.getMessage()));
    }
  }

  private Optional<Comparison> choice(ReadAnswer a, ReadAnswer b, WorkLimit limit) {
    Optional<LetteredChoice> one = LetteredChoice.of(a.plain());
    Optional<LetteredChoice> other = LetteredChoice.of(b.plain());
    if (one.isEmpty() && other.isEmpty()) {
      return Optional.empty();
    }
    String letterA =
        one.map(LetteredChoice::letter).orElseGet(() -> LetteredChoice.letterAlone(a.plain()));
    String letterB =
        other.map(LetteredChoice::letter).orElseGet(() -> LetteredChoice.letterAlone(b.plain()));
    if (!letterA.isEmpty() && !letterB.isEmpty()) {
      return Optional.of(
          letterA.equals(letterB)
              ? Comparison.equal("both choose %s", letterA)
              : Comparison.different("one chooses %s, the other %s", letterA, letterB));
    }
    return Optional.of(
        values(
            one.map(choice -> ReadAnswer.ofPlain(choice.content())).orElse(a),
            other.map(choice -> ReadAnswer.ofPlain(choice.content())).orElse(b),
            limit));
  }

  private Comparison values(ReadAnswer a, ReadAnswer b, WorkLimit limit) {
    UnitComparison comparison = new UnitComparison(new StructureComparison(limit, seed));
    Comparison same = withUnits(a, b, comparison);
    if (same.isDifferent() && hasComma(a) != hasComma(b)) {
      if (withUnits(withPoint(a), withPoint(b), comparison).isEqual()) {
        return Comparison.undecided("a decimal comma, or two numbers");
      }
    }
    if (same.isDifferent() && joined(a).equals(joined(b))) {
      return Comparison.undecided("one number in groups of digits, or several");
    }
    if (same.isDifferent() && meetsAbove(a, b, comparison)) {
      return Comparison.undecided("digits that go on");
    }
    return same;
  }

  /** The text with its commas as in {@code 1,234}. */
  private static String joined(ReadAnswer answer) {
    return LIST_COMMA.matcher(answer.squeezed()).replaceAll(",");
  }

  private static boolean meetsAbove(ReadAnswer a, ReadAnswer b, UnitComparison comparison) {
    return above(a)
        .map(higher -> withUnits(higher, b, comparison))
        .or(() -> above(b).map(higher -> withUnits(a, higher, comparison)))
        .map(Comparison::isEqual)
        .orElse(false);
  }

  /** {@code 0.999...} with its last digit one higher; empty if no digits go on. */
  private static Optional<ReadAnswer> above(ReadAnswer answer) {
    Matcher digits = GOES_ON.matcher(answer.text());
    if (!digits.find()) {
      return Optional.empty();
    }
    BigDecimal shown = new BigDecimal(digits.group(1));
    BigDecimal higher = shown.add(shown.ulp());
    return Optional.of(new ReadAnswer(digits.replaceFirst(higher.toPlainString())));
  }

  private static boolean hasComma(ReadAnswer answer) {
    return DECIMAL_COMMA.matcher(answer.plain()).matches();
  }

  private static ReadAnswer withPoint(ReadAnswer answer) {
    return hasComma(answer) ? ReadAnswer.ofPlain(answer.plain().replace(',', '.')) : answer;
  }

  /** Where one side names a unit, or is a number, a letter behind the other's number is a unit. */
  private static Comparison withUnits(ReadAnswer a, ReadAnswer b, UnitComparison comparison) {
    AnswerInUnit one = a.inUnit();
    AnswerInUnit other = b.inUnit();
    Matcher letterA = MAYBE_UNIT.matcher(a.plain());
    Matcher letterB = MAYBE_UNIT.matcher(b.plain());
    boolean onlyA = letterA.matches() && !letterB.matches() && isInUnitOrNumber(other);
    boolean onlyB = letterB.matches() && !letterA.matches() && isInUnitOrNumber(one);
    if (!onlyA && !onlyB) {
      return comparison.of(one, other);
    }
    Matcher letter = onlyA ? letterA : letterB;
    AnswerInUnit inUnit = AnswerInUnit.parse(inUnit(letter));
    Comparison same = onlyA ? comparison.of(inUnit, other) : comparison.of(one, inUnit);
    return same.isEqual() && letter.group("space").isEmpty() && letter.group("power") == null
        ? Comparison.undecided("%s may be a unit or a factor", letter.group("unit"))
        : same;
  }

  private static String inUnit(Matcher letter) {
    String power = letter.group("power") == null ? "" : letter.group("power");
    return letter.group("number") + " \\text{" + letter.group("unit") + "}" + power;
  }

  private static boolean isInUnitOrNumber(AnswerInUnit answer) {
    return !answer.unit().isEmpty()
        || (answer.value() instanceof ParsedAnswer.Scalar scalar
            && scalar.value().variables().isEmpty());
  }
}
