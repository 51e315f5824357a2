package org.prmlab.cli.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prmlab.bench.AnalysisBench;
import org.prmlab.bench.AnalysisWork;
import org.prmlab.bench.Spread;
import org.prmlab.cli.common.Project;
import org.prmlab.cli.common.ReportFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code prmlab bench analysis}: commands on files of labels and scores against Python. */
@Command(
    name = "analysis",
    description = {
      "Commands as processes, 1,000 resamples and all, against DuckDB, polars and pandas with numpy"
          + " doing the same: agree, filter consensus, evaluate step-errors and best-of-n.",
      "The files are made once (3.5 GB for 1.5 million solutions, 12 million steps)."
    })
final class AnalysisBenchCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Mixin private final ReportFormat report = new ReportFormat();
  @Mixin private final AnalysisBenchOptions size = new AnalysisBenchOptions();

  @Option(
      names = "--work",
      split = ",",
      paramLabel = "NAME",
      description = "Of agree, consensus, step-errors and best-of-n (default: all).")
  private AnalysisWork[] works = AnalysisWork.values();

  @Option(
      names = "--peers",
      split = ",",
      paramLabel = "NAME",
      defaultValue = "duckdb,polars,pandas",
      description = "Of duckdb, polars and pandas (default: all).")
  private List<String> peers = List.of();

  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      defaultValue = "3g",
      description = "Our largest heap (default: ${DEFAULT-VALUE}).")
  private String heap = "";

  @Option(
      names = "--python",
      paramLabel = "FILE",
      defaultValue = "python3",
      description = "A Python that has the peers, numpy and pyarrow (default: ${DEFAULT-VALUE}).")
  private String python = "python3";

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "Where the files are kept (default: target/bench).")
  private @Nullable Path folder;

  /** What was measured. */
  record Report(int solutions, int runs, List<AnalysisBench.Side> sides) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path home = Project.ofEnvironment().home();
    Path scripts = home.resolve(BenchOptions.PEER).resolveSibling("");
    AnalysisBench bench =
        AnalysisBench.of(
            folder == null ? home.resolve("target").resolve("bench") : folder,
            size.solutions(),
            new AnalysisBench.Sides(program(), scripts, python, peers),
            size.runs());
    List<AnalysisBench.Side> sides =
        bench.run(Arrays.asList(works), spec.commandLine().getErr()::println);
    Report measured = new Report(size.solutions(), size.runs(), sides);
    report.print(measured, text(measured));
    return 0;
  }

  /** This Java with its options. */
  private List<String> program() {
    List<String> program = new ArrayList<>();
    program.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    program.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    program.addAll(List.of("-Xmx" + heap, "-cp", System.getProperty("java.class.path")));
    program.add(spec.root().userObject().getClass().getName());
    return program;
  }

  private static String text(Report measured) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%,d solutions, %d runs; medians [lowest, highest]; the sides agree on every value%n",
            measured.solutions(),
            measured.runs()));
    String row = "%-12s %-8s %22s %22s %24s %18s";
    text.append(
        row.formatted("", "", "seconds", "processor seconds", "peak MB", "seconds to ours"));
    for (AnalysisBench.Side side : measured.sides()) {
      text.append(System.lineSeparator());
      text.append(
          row.formatted(
              side.work(),
              side.name(),
              cell(side.seconds()),
              cell(side.cpuSeconds()),
              cell(side.peakMb()),
              cell(side.ratio())));
    }
    return text.toString();
  }

  private static String cell(Spread spread) {
    return String.format(
        Locale.ROOT, "%.1f [%.1f, %.1f]", spread.median(), spread.low(), spread.high());
  }
}
