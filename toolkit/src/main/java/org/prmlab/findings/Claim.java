package org.prmlab.findings;

import java.util.Locale;

/**
 * One claim of the paper about one number, mostly the difference of two PRMs of the same world, and
 * what is asked of it. All of it is fixed before the worlds are made that it is tried on.
 *
 * @param id the finding's letter and the number of the claim, e.g. {@code c2}
 * @param source where the paper says it, e.g. {@code Figure 2}
 * @param words what the number is
 * @param paper the paper's number, in the same unit; NaN if it prints none
 * @param kind what is asked of the number
 * @param bound what it is to be above, or the margin of an equivalence, which is more than 0
 * @param unit of all of them
 */
public record Claim(
    String id, String source, String words, double paper, ClaimKind kind, double bound, Unit unit) {
  /** What the numbers are. */
  public enum Unit {
    /** Percentage points. */
    POINTS("%+.1f"),
    /** A coefficient such as kappa. */
    COEFFICIENT("%+.2f");

    private final String format;

    Unit(String format) {
      this.format = format;
    }

    /** How a number of this unit is printed. */
    String format() {
      return format;
    }
  }

  public Claim {
    if (!Double.isFinite(bound) || (kind == ClaimKind.WITHIN && bound <= 0)) {
      throw new IllegalArgumentException(
          "claim %s: bound %s; a number is expected, and a margin is more than 0"
              .formatted(id, bound));
    }
  }

  /** That a difference in percentage points is above 0; the paper prints no number for it. */
  static Claim of(String id, String source, String words) {
    return new Claim(id, source, words, Double.NaN, ClaimKind.ABOVE, 0, Unit.POINTS);
  }

  Claim withPaper(double number) {
    return new Claim(id, source, words, number, kind, bound, unit);
  }

  /** The same number is to be above this. */
  Claim above(double least) {
    return new Claim(id, source, words, paper, ClaimKind.ABOVE, least, unit);
  }

  /** It is to be less than this away from 0. */
  Claim within(double margin) {
    return new Claim(id, source, words, paper, ClaimKind.WITHIN, margin, unit);
  }

  /** It is what a line loses from end to end, to be above 0. */
  Claim slope() {
    return new Claim(id, source, words, paper, ClaimKind.SLOPE, 0, unit);
  }

  Claim ofCoefficients() {
    return new Claim(id, source, words, paper, kind, bound, Unit.COEFFICIENT);
  }

  /** The paper's number as it is printed; a dash if there is none. */
  public String paperText() {
    return Double.isNaN(paper) ? "-" : String.format(Locale.ROOT, unit.format, paper);
  }

  /** What is asked, in words: {@code above 10}, {@code less than 2 from 0}, {@code falls}. */
  public String asked() {
    return switch (kind) {
      case ABOVE -> "above " + number(bound);
      case WITHIN -> "less than " + number(bound) + " from 0";
      case SLOPE -> "falls";
    };
  }

  private static String number(double bound) {
    return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
  }
}
