package org.prmlab.paper.audit;

import java.util.List;
import java.util.stream.IntStream;
import org.prmlab.paper.Benchmark;
import org.prmlab.paper.Paper;
import org.prmlab.paper.PrintedRow;
import org.prmlab.paper.PrintedTable;

/**
 * A printed accuracy is k of n items, where n is known: a benchmark's problems, a ProcessBench
 * split's solutions.
 */
final class ShareRule implements AuditRule {
  @Override
  public String name() {
    return "k-of-n";
  }

  @Override
  public void check(Paper paper, AuditLog log) {
    IntStream.rangeClosed(1, 16).mapToObj(paper::table).forEach(table -> check(table, log));
  }

  private void check(PrintedTable table, AuditLog log) {
    for (PrintedRow row : table.rows()) {
      for (String column : row.cells().keySet()) {
        Derivation.items(column)
            .map(n -> share(table, row, column, n))
            .ifPresent(share -> record(share, log));
      }
    }
  }

  private static CountCheck share(PrintedTable table, PrintedRow row, String column, int n) {
    int[] k = Percent.counts(row.value(column), n).toArray();
    boolean fits = k.length > 0;
    int below = (int) Math.floor(row.value(column) * n / 100);
    return new CountCheck(
        table.name(),
        Rows.label(row),
        column,
        row.text(column).orElseThrow(),
        n,
        fits ? k[0] : below + 1,
        fits ? k[k.length - 1] : below,
        fits);
  }

  private void record(CountCheck share, AuditLog log) {
    log.checked();
    if (Benchmark.ofColumn(share.column()).isPresent()) {
      log.add(share);
    }
    if (!share.fits()) {
      log.add(
          new AuditFinding(
              share.where(),
              share.row(),
              List.of(share.column()),
              List.of(share.printed()),
              ratio(share.kHigh(), share.n()) + " or " + ratio(share.kLow(), share.n()),
              name()));
    }
  }

  private static String ratio(int k, int n) {
    return "%s (%d/%d)".formatted(Percent.text(100.0 * k / n), k, n);
  }
}
