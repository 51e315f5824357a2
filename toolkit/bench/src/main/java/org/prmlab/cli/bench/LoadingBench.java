package org.prmlab.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.model.engine.EngineReport;
import org.prmlab.prm.LabelTokens;
import org.prmlab.prm.PrmSettings;
import org.prmlab.prm.TokenScorer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code prmlab bench loading}: a checkpoint ready to score, against reading its bytes. */
@Command(
    name = "loading",
    description = {
      "Loading the weights of a checkpoint, against reading the same files with cat, both with a"
          + " warm cache; and the memory that loading takes at its peak."
    })
final class LoadingBench implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Mixin private final ReportFormat format = new ReportFormat();

  @Option(
      names = "--prm",
      paramLabel = "DIR",
      description = "Checkpoint to load; a random one if not given, made with --python.")
  private @Nullable Path prm;

  @Option(
      names = "--size",
      defaultValue = "half-billion",
      paramLabel = "tabletop|half-billion",
      description = "Of the random one: 0.9M or 494M parameters (default: half-billion, 2 GB).")
  private String size = "half-billion";

  @Option(
      names = "--python",
      defaultValue = "python3",
      paramLabel = "FILE",
      description = "A Python with torch, transformers and safetensors.")
  private String python = "python3";

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "5",
      description = "Alternating runs (default: 5).")
  private int runs = 5;

  /**
   * What was measured.
   *
   * @param peak memory at the peak of the first load, beyond what the process held before, as a
   *     multiple of the files' size
   */
  record Report(SideBySide times, double megabytes, double peak) {
    @Override
    public String toString() {
      return times
          + String.format(
              Locale.ROOT,
              "%n%.0f MB; peak memory %.2f times the weights (target: at most 1.20)",
              megabytes,
              peak);
    }
  }

  @Override
  public Integer call() throws IOException {
    Path made = Files.createTempDirectory("prmlab-bench");
    try {
      if (prm == null) {
        BenchPeer.run(python, BenchOptions.PEER, "make", size, made.toString(), "float32");
      }
      Report report = measure(prm == null ? made.resolve("prm") : prm);
      format.print(report, report.toString());
      return 0;
    } finally {
      ScoringBench.delete(made);
    }
  }

  private Report measure(Path folder) throws IOException {
    List<Path> files = weightFiles(folder);
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    EngineReport.load(); // the engine's own start is not the checkpoint's
    cat(files);
    long peak = ProcessMemory.growth(() -> load(folder));
    DoubleSupplier[] both = {() -> seconds(() -> load(folder)), () -> seconds(() -> cat(files))};
    SideBySide times =
        SideBySide.of("loading", "cat", both, runs, spec.commandLine().getErr()::println)
            .aimingAt(0.5);
    return new Report(times, bytes / 1e6, (double) peak / bytes);
  }

  private static List<Path> weightFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".safetensors")).sorted().toList();
    }
  }

  private static double seconds(Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1e9;
  }

  private static void load(Path folder) {
    TokenScorer.load(folder, PrmSettings.withDefaults(), LabelTokens.NONE).close();
  }

  private static void cat(List<Path> files) {
    List<String> command = new ArrayList<>(List.of("cat"));
    files.forEach(file -> command.add(file.toString()));
    try {
      Process process =
          new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + " failed");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the files were read", e);
    }
  }
}
