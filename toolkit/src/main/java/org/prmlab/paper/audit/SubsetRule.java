package org.prmlab.paper.audit;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.prmlab.paper.Paper;
import org.prmlab.paper.PrintedRow;
import org.prmlab.paper.PrintedTable;
import org.prmlab.paper.ProcessBenchSplit;

/**
 * The rows of Table 5 are among the erroneous rows of ProcessBench, so the errors located there
 * cannot outnumber those located in all, nor can the misses.
 */
final class SubsetRule implements AuditRule {
  @Override
  public String name() {
    return "subset";
  }

  @Override
  public void check(Paper paper, AuditLog log) {
    PrintedTable all = paper.table(7);
    Set<String> names = all.rows().stream().map(PrintedRow::name).collect(Collectors.toSet());
    for (PrintedRow part : paper.table(5).rows()) {
      if (names.contains(part.name())) {
        for (ProcessBenchSplit split : ProcessBenchSplit.values()) {
          check(part, all.row(part.name()), split, log);
        }
      }
    }
  }

  private void check(PrintedRow part, PrintedRow all, ProcessBenchSplit split, AuditLog log) {
    log.checked();
    double located = part.value(split.wrongProcessColumn());
    double locatedInAll = all.value(split.errorColumn());
    double least = count(located - Percent.HALF, split.wrongProcessRows());
    double most = count(located + Percent.HALF, split.wrongProcessRows());
    int others = split.errorRows() - split.wrongProcessRows();
    double allLeast = count(locatedInAll - Percent.HALF, split.errorRows());
    double allMost = count(locatedInAll + Percent.HALF, split.errorRows());
    if (least > allMost || most + others < allLeast) {
      log.add(
          new AuditFinding(
              "table05, table07",
              part.name(),
              List.of(split.wrongProcessColumn(), split.errorColumn()),
              List.of(
                  part.text(split.wrongProcessColumn()).orElseThrow(),
                  all.text(split.errorColumn()).orElseThrow()),
              "a subset cannot hold more located or more missed errors than the whole",
              name()));
    }
  }

  private static double count(double percent, int n) {
    return percent * n / 100;
  }
}
