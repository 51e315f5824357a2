package org.prmlab.cli;

import java.io.PrintWriter;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code prmlab audit}: what in the paper's printed numbers does not fit. */
@Command(
    name = "audit",
    description = "Recompute every derived number of the paper's tables; list what does not fit.")
final class AuditCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

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
    PrintWriter out = spec.commandLine().getOut();
    format.print(
        out,
        report,
        new ReportText().add(AuditTables.findings(report)).add(AuditTables.counts(report)));
    return 0;
  }
}
