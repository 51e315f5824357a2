package org.prmlab.findings;

import java.util.List;
import java.util.Locale;

/** The table of findings, written down. */
public final class FindingText {
  private FindingText() {}

  /** The table of findings as Markdown, for the README. */
  public static String markdown(List<Finding> findings) {
    StringBuilder text = new StringBuilder();
    text.append("| | where | claim: this is above 0 | paper | tabletop worlds | |\n");
    text.append("|---|---|---|---|---|---|\n");
    for (Finding f : findings) {
      text.append(
          "| %s | %s | %s | %s | %s | %s |\n"
              .formatted(
                  f.id(), f.source(), f.claim(), f.paperText(), f.oursText(), f.conclusion()));
    }
    return text.toString();
  }

  /** The table of findings as text. */
  public static String table(List<Finding> findings) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%-3s %-10s %6s  %-22s %-14s %s%n",
            "",
            "source",
            "paper",
            "ours [95 %]",
            "",
            "claim: above 0"));
    for (Finding f : findings) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-3s %-10s %6s  %-22s %-14s %s%n",
              f.id(),
              f.source(),
              f.paperText(),
              f.oursText(),
              f.conclusion(),
              f.claim()));
    }
    return text.toString().stripTrailing();
  }
}
