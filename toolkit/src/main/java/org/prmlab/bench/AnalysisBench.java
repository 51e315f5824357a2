package org.prmlab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Agreement, consensus and the sweep over eight thresholds from two label files: ours against
 * pandas, each in its own process, in turns.
 *
 * @param folder where the label files are, or are made
 * @param script the peer, {@code bench/analysis_pandas.py}
 * @param python an interpreter that has pandas and pyarrow
 * @param size how much work
 */
public record AnalysisBench(Path folder, Path script, String python, Size size) {
  private static final String HEAP = "-Xmx4g";
  private static final long SEED = 1;
  private static final String OURS = "prmlab";
  private static final List<String> READERS = List.of("default", "pyarrow");

  /**
   * How much work.
   *
   * @param solutions solutions in each of the two files; 8 steps each on average
   * @param runs how often each side runs
   */
  public record Size(int solutions, int runs) {
    public Size {
      if (solutions < 1 || runs < 1) {
        throw new IllegalArgumentException(
            "%d solutions, %d runs; expected at least one of each".formatted(solutions, runs));
      }
    }
  }

  /**
   * One side's measurements.
   *
   * @param name what ran, with its version
   * @param seconds wall time of the process
   * @param cpuSeconds processor time of the process, all threads: tells less of other load
   * @param peakMb ours: heap; pandas: resident memory
   * @param ratio its seconds divided by ours of the same turn; ours: 1
   */
  public record Side(String name, Spread seconds, Spread cpuSeconds, Spread peakMb, Spread ratio) {}

  /**
   * What was measured.
   *
   * @param solutions solutions in each file
   * @param megabytes size of the two files together
   * @param sides ours first
   */
  public record Outcome(int solutions, long megabytes, List<Side> sides) {}

  /**
   * Makes the files if they are not there, runs all sides in turns and compares their numbers.
   *
   * @throws IllegalStateException if a side fails or the sides do not agree on every number
   */
  public Outcome run() throws IOException, InterruptedException {
    Path mc = folder.resolve("mc-" + size.solutions() + ".jsonl");
    Path judge = folder.resolve("judge-" + size.solutions() + ".jsonl");
    if (!Files.exists(judge)) {
      Files.createDirectories(folder);
      SyntheticLabels.write(mc, judge, size.solutions(), SEED);
    }
    Map<String, List<String>> commands = commands(mc.toString(), judge.toString());
    Map<String, List<SideRun>> runs = new LinkedHashMap<>();
    commands.keySet().forEach(side -> runs.put(side, new ArrayList<>()));
    for (int i = 0; i < size.runs(); i++) {
      for (Map.Entry<String, List<String>> side : commands.entrySet()) {
        SideRun run = SideRun.of(side.getValue());
        runs.getOrDefault(side.getKey(), List.of()).add(run);
        requireSameNumbers(runs.getOrDefault(OURS, List.of()).get(i), run);
      }
    }
    long bytes = Files.size(mc) + Files.size(judge);
    List<SideRun> ours = runs.getOrDefault(OURS, List.of());
    return new Outcome(
        size.solutions(),
        bytes / 1_000_000,
        runs.values().stream().map(side -> side(side, ours)).toList());
  }

  private Map<String, List<String>> commands(String mc, String judge) {
    Map<String, List<String>> commands = new LinkedHashMap<>();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    commands.put(
        OURS, List.of(java, HEAP, "-cp", classPath, AnalysisRun.class.getName(), mc, judge));
    for (String reader : READERS) {
      commands.put(reader, List.of(python, script.toString(), mc, judge, reader));
    }
    return commands;
  }

  private static void requireSameNumbers(SideRun ours, SideRun other) {
    if (!ours.result().path("rows").equals(other.result().path("rows"))) {
      throw new IllegalStateException(
          "the sides disagree: %s against %s"
              .formatted(ours.result().path("rows"), other.result().path("rows")));
    }
  }

  private static Side side(List<SideRun> runs, List<SideRun> ours) {
    double[] ratios = new double[runs.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = runs.get(i).seconds() / ours.get(i).seconds();
    }
    return new Side(
        runs.get(0).result().path("with").asText(),
        Spread.of(runs.stream().mapToDouble(SideRun::seconds).toArray()),
        measured(runs, "cpu_seconds"),
        measured(runs, "peak_mb"),
        Spread.of(ratios));
  }

  private static Spread measured(List<SideRun> runs, String field) {
    return Spread.of(runs.stream().mapToDouble(r -> r.result().path(field).asDouble()).toArray());
  }
}
