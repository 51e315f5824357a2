package org.prmlab.paper.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.prmlab.paper.Paper;
import org.prmlab.paper.PrintedRow;
import org.prmlab.paper.PrintedTable;
import org.prmlab.paper.ProcessBenchSplit;

/** A printed average is the unweighted mean of its row. */
final class AverageRule implements AuditRule {
  @Override
  public String name() {
    return "average";
  }

  @Override
  public void check(Paper paper, AuditLog log) {
    IntStream.rangeClosed(1, 16).mapToObj(paper::table).forEach(table -> check(table, log));
  }

  private void check(PrintedTable table, AuditLog log) {
    String column =
        table.columns().contains(Derivation.AVERAGE_F1)
            ? Derivation.AVERAGE_F1
            : Derivation.AVERAGE;
    for (PrintedRow row : table.rows()) {
      log.checked();
      Percent mean = Derivation.of(row, column).orElseThrow();
      if (!mean.roundsTo(row.value(column))) {
        log.add(finding(table, row, new Average(column, mean)));
      }
    }
  }

  private AuditFinding finding(PrintedTable table, PrintedRow row, Average average) {
    List<String> columns = new ArrayList<>(averaged(row, average.column()));
    columns.add(average.column());
    return new AuditFinding(
        table.name(),
        Rows.label(row),
        columns,
        columns.stream().map(c -> row.text(c).orElseThrow()).toList(),
        "%s %s, the mean of the others".formatted(average.column(), average.mean()),
        name());
  }

  private static List<String> averaged(PrintedRow row, String column) {
    return column.equals(Derivation.AVERAGE)
        ? Derivation.averagedColumns(row)
        : List.of(ProcessBenchSplit.values()).stream().map(ProcessBenchSplit::f1Column).toList();
  }

  private record Average(String column, Percent mean) {}
}
