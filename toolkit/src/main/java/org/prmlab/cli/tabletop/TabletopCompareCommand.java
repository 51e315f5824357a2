package org.prmlab.cli.tabletop;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.findings.FindingComparison;
import org.prmlab.findings.FindingShift;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code prmlab tabletop compare}: two builds of the same worlds. */
@Command(
    name = "compare",
    description = {
      "Compare two builds of the same worlds claim by claim: how far each number moved, and whether"
          + " its verdict did.",
      "Worlds count that are complete in both folders. Another processor rounds otherwise, and a"
          + " sampled token or a trained weight may then differ: this says what that does to"
          + " results."
    })
final class TabletopCompareCommand implements Callable<Integer> {
  @Mixin private final ReportFormat format = new ReportFormat();

  @Parameters(index = "0", paramLabel = "A", description = "Folder of the one build.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private Path first;

  @Parameters(index = "1", paramLabel = "B", description = "Folder of the other.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private Path second;

  /** The comparison as JSON. */
  private record Report(List<Integer> seeds, List<Row> claims, List<String> changedVerdicts) {}

  private record Row(
      String id,
      double first,
      double second,
      double meanMove,
      double mostMove,
      List<FindingShift.WorldShift> worlds,
      String firstConclusion,
      String secondConclusion) {}

  @Override
  public Integer call() {
    FindingComparison comparison = FindingComparison.of(first, second);
    Report report =
        new Report(
            comparison.seeds(),
            comparison.claims().stream().map(TabletopCompareCommand::row).toList(),
            comparison.changedVerdicts().stream().map(c -> c.first().id()).toList());
    format.print(report, comparison.toString(), comparison.table());
    return 0;
  }

  private static Row row(FindingShift claim) {
    return new Row(
        claim.first().id(),
        claim.first().ours().value(),
        claim.second().ours().value(),
        claim.meanMove(),
        claim.mostMove(),
        claim.shifts(),
        claim.first().conclusion().toString(),
        claim.second().conclusion().toString());
  }
}
