package org.prmlab.report;

import java.util.Locale;
import org.prmlab.stats.Estimate;

/**
 * What the numbers of a column are, and how they are written.
 *
 * <p>Results hold shares in [0, 1]. Everything that is written holds percent and says so in the
 * name of the column: text, HTML, LaTeX, Markdown, CSV, JSON and Parquet alike.
 */
public enum Unit {
  /** Text; a number in it is written with one decimal, an estimate as it is. */
  TEXT("", "", "%.1f", 1),
  /** How many. */
  COUNT("", "", "%.1f", 1),
  /** A share, held in [0, 1] and written in percent. */
  PERCENT("%", "_percent", "%.1f", 100),
  /** A number in its own unit, such as kappa. */
  COEFFICIENT("", "", "%.3f", 1),
  /** A difference of two shares, held in [-1, 1] and written in percentage points with its sign. */
  POINTS("points", "_points", "%+.1f", 100),
  /** The p-value of a test. */
  P_VALUE("", "", "%.4f", 1);

  private final String sign;
  private final String suffix;
  private final String format;
  private final double factor;

  Unit(String sign, String suffix, String format, double factor) {
    this.sign = sign;
    this.suffix = suffix;
    this.format = format;
    this.factor = factor;
  }

  /** The title of a column, with the unit in it. */
  String headed(String title) {
    return sign.isEmpty() || title.contains(sign) ? title : title + " (" + sign + ")";
  }

  /** The name of a column in files, with the unit in it. */
  String named(String key) {
    return suffix.isEmpty() || key.endsWith(suffix) ? key : key + suffix;
  }

  String text(double number) {
    if (this == P_VALUE && number < 0.0001) {
      return "<0.0001";
    }
    return String.format(Locale.ROOT, format, factor * number);
  }

  String text(Estimate estimate) {
    return this == TEXT || this == COUNT ? estimate.toString() : estimate.text(format, factor);
  }

  /** A number as files hold it. */
  double written(double number) {
    return factor * number;
  }
}
