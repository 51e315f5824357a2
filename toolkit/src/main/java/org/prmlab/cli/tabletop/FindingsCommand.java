package org.prmlab.cli.tabletop;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.Project;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.findings.FindingTable;
import org.prmlab.findings.FindingText;
import org.prmlab.findings.VarianceRow;
import org.prmlab.tabletop.world.WorldResults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code prmlab findings}: the table of findings. */
@Command(
    name = "findings",
    description = {
      "The paper's findings, each as claims about one number: that it is above a bound (mostly 0),"
          + " less than a margin from 0, or falls along a line. Beside the paper's number stand"
          + " that of the tabletop worlds with its 95 %% interval over worlds and whether the claim"
          + " holds there.",
      "Numbers are percentage points; those of kappa are coefficients."
    })
public final class FindingsCommand implements Callable<Integer> {
  @Mixin private final ReportFormat format = new ReportFormat();

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "Folder of the tabletop worlds (default: datasets/tabletop).")
  private @Nullable Path from;

  @Option(names = "--markdown", description = "Print the table as docs/findings.md has it.")
  private boolean markdown;

  @Override
  public Integer call() {
    Path root = from == null ? Project.ofEnvironment().tabletop() : from;
    FindingTable table = FindingTable.of(WorldResults.read(root));
    format.print(
        FindingsReport.of(table), text(table), table.table(), VarianceRow.table(table.variance()));
    return 0;
  }

  private String text(FindingTable table) {
    return markdown ? FindingText.markdown(table).stripTrailing() : FindingText.table(table);
  }
}
