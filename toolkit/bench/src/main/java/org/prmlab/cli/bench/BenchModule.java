package org.prmlab.cli.bench;

import org.prmlab.bench.AnalysisWork;
import org.prmlab.cli.common.CommandModule;
import org.prmlab.cli.common.Examples;
import org.prmlab.cli.common.Named;
import picocli.CommandLine;

/** {@code prmlab bench}. */
public final class BenchModule implements CommandModule {
  @Override
  public void addTo(CommandLine line) {
    CommandLine bench = new CommandLine(new BenchCommand());
    line.addSubcommand(bench);
    bench.registerConverter(AnalysisWork.class, Named.constant(AnalysisWork.class));
    bench.registerConverter(ScoringBench.Way.class, Named.constant(ScoringBench.Way.class));
    Examples.of(BenchModule.class).addTo(bench);
  }
}
