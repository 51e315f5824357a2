package org.prmlab.cli.agree;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.prmlab.evaluation.AgreementCounts;

/** Counts at several thresholds as a table for people. */
public final class SweepText {
  private SweepText() {}

  public static String of(List<AgreementCounts> sweep) {
    StringBuilder text = new StringBuilder();
    String head = "%9s %14s %9s %9s %14s %14s %9s";
    text.append(
        head.formatted("threshold", "steps", "agree", "kappa", "first errors", "kept", "share"));
    for (AgreementCounts one : sweep) {
      text.append(System.lineSeparator())
          .append(
              String.format(
                  Locale.ROOT,
                  "%9.3f %,14d %9s %9s %,14d %,14d %9s",
                  one.threshold(),
                  one.steps().total(),
                  percent(one.steps().agreement()),
                  plain(one.kappa()),
                  one.firstErrors(),
                  one.kept(),
                  percent(one.retention())));
    }
    return text.toString();
  }

  private static String percent(OptionalDouble share) {
    return share.isEmpty() ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share.getAsDouble());
  }

  private static String plain(OptionalDouble value) {
    return value.isEmpty() ? "-" : String.format(Locale.ROOT, "%.3f", value.getAsDouble());
  }
}
