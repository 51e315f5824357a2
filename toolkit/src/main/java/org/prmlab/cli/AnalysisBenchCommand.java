package org.prmlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prmlab.bench.AnalysisBench;
import org.prmlab.bench.Spread;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code prmlab bench analysis}: label analysis at scale against pandas. */
@Command(
    name = "analysis",
    description = {
      "Agreement, consensus and a sweep over 8 thresholds from two label files, against pandas.",
      "The files are made once (1.5 GB for 1.5 million solutions, 12 million steps). pandas runs"
          + " twice: with its own JSON reader and with Arrow's."
    })
final class AnalysisBenchCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Mixin private final ReportFormat report = new ReportFormat();
  @Mixin private final AnalysisBenchOptions size = new AnalysisBenchOptions();

  @Option(
      names = "--python",
      paramLabel = "FILE",
      defaultValue = "python3",
      description = "A Python that has pandas and pyarrow (default: ${DEFAULT-VALUE}).")
  private String python = "python3";

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "Where the label files are kept (default: target/bench).")
  private @Nullable Path folder;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path home = Project.ofEnvironment().home();
    AnalysisBench bench =
        new AnalysisBench(
            folder == null ? home.resolve("target").resolve("bench") : folder,
            home.resolve(Path.of("toolkit", "src", "bench", "analysis_pandas.py")),
            python,
            new AnalysisBench.Size(size.solutions(), size.runs()));
    AnalysisBench.Outcome outcome = bench.run();
    report.print(spec.commandLine().getOut(), outcome, text(outcome));
    return 0;
  }

  private static String text(AnalysisBench.Outcome outcome) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%,d solutions, %,d MB; medians [lowest, highest]; the sides agree on every number%n"
            .formatted(outcome.solutions(), outcome.megabytes()));
    String row = "%-34s %22s %22s %24s %20s";
    text.append(row.formatted("", "seconds", "processor seconds", "peak MB", "times ours"));
    for (AnalysisBench.Side side : outcome.sides()) {
      text.append(System.lineSeparator());
      text.append(
          row.formatted(
              side.name(),
              cell(side.seconds()),
              cell(side.cpuSeconds()),
              cell(side.peakMb()),
              cell(side.ratio())));
    }
    return text.toString();
  }

  private static String cell(Spread spread) {
    return "%.1f [%.1f, %.1f]".formatted(spread.median(), spread.low(), spread.high());
  }
}
