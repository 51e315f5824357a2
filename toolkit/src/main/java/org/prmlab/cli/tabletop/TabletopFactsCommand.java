package org.prmlab.cli.tabletop;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.Project;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.findings.FactTable;
import org.prmlab.tabletop.world.WorldResults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code prmlab tabletop facts}: the paper's conditions and those of the worlds. */
@Command(
    name = "facts",
    description = {
      "The conditions of the paper's experiments beside those of the tabletop worlds, tier by tier:"
          + " how hard the problems are, how wrong the labels, where the sets come from.",
      "Nothing in it depends on a PRM: worlds count whose facts are there."
    })
final class TabletopFactsCommand implements Callable<Integer> {
  @Mixin private final ReportFormat format = new ReportFormat();

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "Folder of the tabletop worlds (default: datasets/tabletop).")
  private @Nullable Path from;

  /** The facts as JSON; a number that no world has is null. */
  private record Report(List<Integer> seeds, List<FactRow> facts, List<SetRow> sets) {}

  private record FactRow(String name, String paper, List<SpreadRow> ours) {}

  private record SetRow(
      String set,
      String generator,
      String paper,
      SpreadRow solutions,
      SpreadRow rightAnswers,
      SpreadRow rightSteps) {}

  private record SpreadRow(
      @Nullable Double mean, @Nullable Double least, @Nullable Double most, int worlds) {
    static SpreadRow of(FactTable.Spread spread) {
      return spread.worlds() == 0
          ? new SpreadRow(null, null, null, 0)
          : new SpreadRow(spread.mean(), spread.least(), spread.most(), spread.worlds());
    }
  }

  @Override
  public Integer call() {
    Path root = from == null ? Project.ofEnvironment().tabletop() : from;
    FactTable facts = FactTable.of(WorldResults.withFacts(root));
    format.print(report(facts), facts.toString(), facts.factRows(), facts.setRows());
    return 0;
  }

  private static Report report(FactTable table) {
    return new Report(
        table.seeds(),
        table.facts().stream()
            .map(
                f ->
                    new FactRow(f.name(), f.paper(), f.ours().stream().map(SpreadRow::of).toList()))
            .toList(),
        table.sets().stream()
            .map(
                s ->
                    new SetRow(
                        s.set(),
                        s.generator(),
                        s.paper(),
                        SpreadRow.of(s.solutions()),
                        SpreadRow.of(s.rightAnswers()),
                        SpreadRow.of(s.rightSteps())))
            .toList());
  }
}
