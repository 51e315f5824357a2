package org.prmlab.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of findings, written down in at most 100 columns. */
public final class FindingText {
  /** What stands above the table. */
  public static final String HEADING =
      "findings on the tabletop worlds (percentage points, kappa):";

  private FindingText() {}

  /** Two lines a claim, then what is to be said of all of them. */
  public static String table(FindingTable table) {
    List<String> lines = new ArrayList<>();
    lines.add(row("", "source", "paper", "worlds [95 %]", "sees", "verdict"));
    for (Finding f : table.findings()) {
      lines.add(row(f.id(), f.source(), f.paperText(), f.oursText(), f.seesText(), f.conclusion()));
      lines.add("    %s; %s".formatted(f.claim(), f.posed().asked()));
    }
    lines.add("");
    table
        .together()
        .forEach(j -> lines.add("%s: %s: %s".formatted(j.ids(), j.words(), j.conclusion())));
    lines.add("");
    lines.add(about(table));
    lines.add(table.multiplicity());
    lines.addAll(table.notes());
    if (!table.variance().isEmpty()) {
      lines.add("");
      lines.add("where the spread comes from: standard deviations of a world's number, points");
      lines.add(VarianceRow.HEADING);
      table.variance().forEach(row -> lines.add(row.toString()));
    }
    return String.join("\n", lines);
  }

  /** The table of findings as Markdown. */
  public static String markdown(FindingTable table) {
    List<String> lines = new ArrayList<>();
    lines.add("| | where | number | asked | paper | tabletop worlds | sees | |");
    lines.add("|---|---|---|---|---|---|---|---|");
    for (Finding f : table.findings()) {
      lines.add(
          "| %s | %s | %s | %s | %s | %s | %s | %s |"
              .formatted(
                  f.id(),
                  f.source(),
                  f.claim(),
                  f.posed().asked(),
                  f.paperText(),
                  f.oursText(),
                  f.seesText(),
                  f.conclusion()));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String about(FindingTable table) {
    int worlds = table.seeds().size();
    return """
    %d worlds, seeds %s. A world's number is the mean over its training seeds; intervals are
    Student's over worlds. "sees": the gap from the bound, or the margin of an equivalence,
    that as many worlds with this spread show in four of five repetitions.\
    """
        .formatted(worlds, seeds(table.seeds()));
  }

  private static String seeds(List<Integer> seeds) {
    int first = seeds.get(0);
    int last = seeds.get(seeds.size() - 1);
    return last - first == seeds.size() - 1 && seeds.size() > 1
        ? first + " to " + last
        : seeds.toString().replaceAll("[\\[\\]]", "");
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-4s%-10s%6s  %-24s%6s  %s", cells).stripTrailing();
  }
}
