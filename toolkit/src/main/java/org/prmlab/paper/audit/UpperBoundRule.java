package org.prmlab.paper.audit;

import java.util.List;
import java.util.stream.IntStream;
import org.prmlab.paper.Paper;
import org.prmlab.paper.PrintedRow;
import org.prmlab.paper.PrintedTable;

/**
 * Picking one of N samples cannot solve more problems than pass@N. Searches, which make samples of
 * their own, and pass@1 are not bound by it.
 */
final class UpperBoundRule implements AuditRule {
  @Override
  public String name() {
    return "upper-bound";
  }

  @Override
  public void check(Paper paper, AuditLog log) {
    IntStream.rangeClosed(1, 16)
        .mapToObj(paper::table)
        .filter(t -> t.rows().get(0).name().startsWith("pass@"))
        .forEach(t -> check(t, log));
  }

  private void check(PrintedTable table, AuditLog log) {
    PrintedRow bound = table.rows().get(0);
    for (PrintedRow row : table.rows()) {
      if (!row.name().startsWith("pass@") && !row.name().contains("search")) {
        bound.cells().keySet().stream()
            .filter(c -> !c.equals("scoring"))
            .forEach(column -> check(new Pair(table.name(), bound, row), column, log));
      }
    }
  }

  private void check(Pair pair, String column, AuditLog log) {
    log.checked();
    if (pair.row().value(column) > pair.bound().value(column)) {
      log.add(
          new AuditFinding(
              pair.where(),
              Rows.label(pair.row()),
              List.of(column),
              List.of(pair.row().text(column).orElseThrow()),
              "at most %s, the %s of the same samples"
                  .formatted(pair.bound().text(column).orElseThrow(), pair.bound().plainName()),
              name()));
    }
  }

  private record Pair(String where, PrintedRow bound, PrintedRow row) {}
}
