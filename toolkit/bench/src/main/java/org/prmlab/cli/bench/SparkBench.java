package org.prmlab.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.prmlab.bench.ScaleBench;
import org.prmlab.bench.Spread;
import org.prmlab.cli.common.Project;
import org.prmlab.cli.common.ReportFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code prmlab bench spark}: what a cluster costs and gains against one machine. */
@Command(
    name = "spark",
    description = {
      "Agreement with intervals by one process (prmlab agree), and its counts by Spark with one and"
          + " two workers.",
      "The workers have one core each and are processes of this machine; the peer of one process"
          + " uses all cores. 1.5 million solutions are 12 million steps, 1.5 GB in two files."
    })
final class SparkBench implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Mixin private final ReportFormat report = new ReportFormat();
  @Mixin private final AnalysisBenchOptions size = new AnalysisBenchOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Project.ofEnvironment().home().resolve("target").resolve("bench");
    ScaleBench.Outcome outcome =
        new ScaleBench(
                folder,
                spec.root().userObject().getClass().getName(),
                size.solutions(),
                size.runs())
            .run(spec.commandLine().getErr()::println);
    report.print(outcome, text(outcome));
    return 0;
  }

  private static String text(ScaleBench.Outcome outcome) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%,d solutions; medians [lowest, highest]; all sides agree on every number%n"
            .formatted(outcome.solutions()));
    text.append("%-34s %22s %20s".formatted("", "seconds", "times one process"));
    for (ScaleBench.Side side : outcome.sides()) {
      text.append(System.lineSeparator());
      text.append(
          "%-34s %22s %20s".formatted(side.name(), cell(side.seconds()), cell(side.ratio())));
    }
    return text.toString();
  }

  private static String cell(Spread spread) {
    return "%.1f [%.1f, %.1f]".formatted(spread.median(), spread.low(), spread.high());
  }
}
