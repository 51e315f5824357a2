package org.prmlab.findings;

import java.util.List;
import java.util.Locale;
import org.prmlab.tabletop.program.WorldRound;

/**
 * The table of findings, written down in at most 100 columns; claims of the second round in more.
 */
public final class FindingText {
  private FindingText() {}

  /** The table of findings as Markdown, for the README. */
  public static String markdown(FindingTable table) {
    return table.round() == WorldRound.SECOND
        ? markdown(table.findings())
        : ClaimText.markdown(table);
  }

  /** What stands above the table. */
  public static String heading(FindingTable table) {
    String unit = "percentage points, kappa";
    return "findings on the tabletop worlds (%s%s):"
        .formatted(table.round() == WorldRound.SECOND ? "each is to be above 0; " : "", unit);
  }

  /** The table of findings as text. */
  public static String table(FindingTable table) {
    return table.round() == WorldRound.SECOND ? table(table.findings()) : ClaimText.table(table);
  }

  private static String markdown(List<Finding> findings) {
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

  private static String table(List<Finding> findings) {
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
