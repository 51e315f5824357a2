package org.prmlab.findings;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.prmlab.paper.Paper;
import org.prmlab.paper.PrintedRow;
import org.prmlab.paper.PrintedTable;

/** What the paper prints about its data, in percent; benchmarks in the order of our tiers. */
record PaperConditions(Paper paper) {
  /** Right answers by a wrong process: {@code 5/12/27/43}. */
  String flawed() {
    PrintedTable rate = paper.figure(6);
    String share = rate.columns().get(1);
    return rate.rows().stream()
        .map(row -> rounded(row.value(share)))
        .collect(Collectors.joining("/"));
  }

  /** A row of Table 8, which has no Omni-MATH: {@code 91/74/37/-}. */
  String searched(String row) {
    PrintedRow printed = paper.table(8).row(row);
    return List.of("GSM8K", "MATH", "Olympiad").stream()
        .map(benchmark -> rounded(printed.value(benchmark)))
        .collect(Collectors.joining("/", "", "/-"));
  }

  /** Solutions that the consensus keeps of all: {@code 41}. */
  String kept() {
    return rounded(keptPercent());
  }

  double keptPercent() {
    PrintedTable counts = paper.figure(2);
    double kept = thousands(counts.row("Consensus Filtering"));
    return 100 * kept / thousands(counts.row("LLM-as-a-judge"));
  }

  /** Of {@code 350k}. */
  private static double thousands(PrintedRow row) {
    return Double.parseDouble(row.text("#samples").orElseThrow().replace("k", ""));
  }

  private static String rounded(double percent) {
    return String.format(Locale.ROOT, "%.0f", percent);
  }
}
