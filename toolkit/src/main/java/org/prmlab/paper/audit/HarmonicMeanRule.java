package org.prmlab.paper.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.prmlab.paper.Paper;
import org.prmlab.paper.PrintedRow;
import org.prmlab.paper.PrintedTable;
import org.prmlab.paper.ProcessBenchSplit;

/** A printed F1 is the harmonic mean of its two accuracies. */
final class HarmonicMeanRule implements AuditRule {
  @Override
  public String name() {
    return "f1";
  }

  @Override
  public void check(Paper paper, AuditLog log) {
    Stream.of(2, 4, 7).map(paper::table).forEach(table -> check(table, log));
  }

  private void check(PrintedTable table, AuditLog log) {
    for (PrintedRow row : table.rows()) {
      for (ProcessBenchSplit split : ProcessBenchSplit.values()) {
        log.checked();
        if (!Derivation.f1(row, split).roundsTo(row.value(split.f1Column()))) {
          log.add(finding(table, row, split));
        }
      }
    }
  }

  private AuditFinding finding(PrintedTable table, PrintedRow row, ProcessBenchSplit split) {
    List<String> columns = List.of(split.errorColumn(), split.correctColumn(), split.f1Column());
    return new AuditFinding(
        table.name(),
        row.name(),
        columns,
        columns.stream().map(c -> row.text(c).orElseThrow()).toList(),
        fits(row, split),
        name());
  }

  /** The single cells whose change alone would mend the three. */
  private static String fits(PrintedRow row, ProcessBenchSplit split) {
    double error = row.value(split.errorColumn());
    double correct = row.value(split.correctColumn());
    double f1 = row.value(split.f1Column());
    List<String> ways = new ArrayList<>();
    ways.add("F1 " + Derivation.f1(row, split));
    ways.addAll(
        shares(
            "err",
            split.errorRows(),
            x ->
                Derivation.f1(exactly(x), Percent.share(correct, split.correctRows()))
                    .roundsTo(f1)));
    ways.addAll(
        shares(
            "cor",
            split.correctRows(),
            x -> Derivation.f1(Percent.share(error, split.errorRows()), exactly(x)).roundsTo(f1)));
    return String.join(" or ", ways);
  }

  private static List<String> shares(String side, int n, DoublePredicate mends) {
    return IntStream.rangeClosed(0, n)
        .filter(k -> mends.test(100.0 * k / n))
        .mapToObj(k -> "%s %s (%d/%d)".formatted(side, Percent.text(100.0 * k / n), k, n))
        .toList();
  }

  private static Percent exactly(double value) {
    return new Percent(value, value);
  }
}
