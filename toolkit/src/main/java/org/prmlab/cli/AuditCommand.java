package org.prmlab.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.cli.common.ReportText;
import org.prmlab.notebook.AuditTables;
import org.prmlab.paper.Paper;
import org.prmlab.paper.audit.AuditReport;
import org.prmlab.paper.audit.PaperAudit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code prmlab audit}: what in the paper's printed numbers does not fit. */
@Command(
    name = "audit",
    description = "Recompute every derived number of the paper's tables; list what does not fit.")
final class AuditCommand implements Callable<Integer> {
  @Mixin private final ReportFormat format = new ReportFormat();

  @Option(
      names = "--tables",
      paramLabel = "DIR",
      description = "Audit these 25 CSV files instead of the paper's; same names and layout.")
  private @Nullable Path tables;

  @Override
  public Integer call() {
    Paper paper = tables == null ? Paper.asPrinted() : Paper.read(tables);
    AuditReport report = PaperAudit.of(paper);
    format.print(
        report, new ReportText().add(AuditTables.findings(report)).add(AuditTables.counts(report)));
    return 0;
  }
}
