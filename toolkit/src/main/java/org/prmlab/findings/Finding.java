package org.prmlab.findings;

import java.util.List;
import java.util.Locale;
import org.prmlab.evaluation.Interval;
import org.prmlab.evaluation.RunMean;

/**
 * One claim of the paper and what the tabletop world says about it. Every claim is about one number
 * that is to be above 0, mostly the difference of two PRMs of the same world.
 *
 * @param id the finding's letter and the number of the claim, e.g. {@code c2}
 * @param source where the paper says it, e.g. {@code Figure 2}
 * @param claim what is to be above 0, in words
 * @param paper the paper's number, in the unit of {@code ours}; NaN if it prints none
 * @param values the number in each world, by seed
 * @param unit of all of them
 */
public record Finding(
    String id, String source, String claim, double paper, List<Double> values, Unit unit) {
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
  }

  public Finding {
    values = List.copyOf(values);
  }

  /** The mean over the worlds with its 95 % interval (Student's, over worlds). */
  public Interval ours() {
    return RunMean.of(values);
  }

  /** Which side of 0 the interval is on. */
  public Conclusion conclusion() {
    Interval ours = ours();
    return ours.low() > 0
        ? Conclusion.HOLDS
        : ours.high() < 0 ? Conclusion.DOES_NOT_HOLD : Conclusion.UNDECIDED;
  }

  /** The paper's number as it is printed; a dash if there is none. */
  public String paperText() {
    return Double.isNaN(paper) ? "-" : number(paper);
  }

  /** Our number with its interval. */
  public String oursText() {
    return ours().text(unit.format, 1);
  }

  private String number(double value) {
    return String.format(Locale.ROOT, unit.format, value);
  }
}
