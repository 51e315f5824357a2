package org.prmlab.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Commands of the toolkit against DuckDB, polars and pandas with numpy doing the same: each side a
 * process of its own, from its start to its exit, in turns.
 *
 * @param files what is read
 * @param sides how the sides are run
 * @param runs how often each side runs
 */
public record AnalysisBench(BenchFiles files, Sides sides, int runs) {
  private static final String OURS = "prmlab";
  private static final double TOLERANCE = 1e-9;

  public AnalysisBench {
    if (runs < 1) {
      throw new IllegalArgumentException(runs + " runs; expected at least one");
    }
  }

  /**
   * How the sides are run.
   *
   * @param program our program up to the name of a command
   * @param scripts folder of {@code analysis_peer.py} and {@code measured.py}
   * @param python an interpreter that has the peers
   * @param peers of duckdb, polars and pandas
   */
  public record Sides(List<String> program, Path scripts, String python, List<String> peers) {
    public Sides {
      program = List.copyOf(program);
      peers = List.copyOf(peers);
    }
  }

  /** A benchmark of files of so many solutions. */
  public static AnalysisBench of(Path folder, int solutions, Sides sides, int runs) {
    return new AnalysisBench(new BenchFiles(folder, solutions), sides, runs);
  }

  /**
   * One side's measurements of a work.
   *
   * @param work what was done
   * @param name who did it
   * @param seconds wall time of the process
   * @param cpuSeconds processor time of the process, all threads: tells less of other load
   * @param peakMb largest resident memory of the process
   * @param ratio its seconds divided by ours of the same turn; ours: 1
   */
  public record Side(
      String work, String name, Spread seconds, Spread cpuSeconds, Spread peakMb, Spread ratio) {}

  /**
   * Makes the files if they are not there, runs all sides in turns and compares their numbers.
   *
   * @param finished told a line after every run, since one can take minutes
   * @throws IllegalStateException if a side fails, or two differ in a number by more than 1e-9
   */
  public List<Side> run(List<AnalysisWork> works, Consumer<String> finished)
      throws IOException, InterruptedException {
    files.all();
    List<Side> measured = new ArrayList<>();
    for (AnalysisWork work : works) {
      Map<String, List<SideRun>> all = new LinkedHashMap<>();
      for (int i = 0; i < runs; i++) {
        Map<String, Double> expected = new TreeMap<>();
        for (Map.Entry<String, List<String>> side : commands(work).entrySet()) {
          SideRun run = SideRun.measured(measure(), side.getValue());
          requireSame(expected, values(work, side.getKey(), run), work.word());
          all.computeIfAbsent(side.getKey(), s -> new ArrayList<>()).add(run);
          finished.accept(
              "%s, turn %d of %d, %s: %.1f s, %.1f s of processors, %.0f MB"
                  .formatted(
                      work.word(),
                      i + 1,
                      runs,
                      side.getKey(),
                      run.seconds(),
                      run.cpuSeconds(),
                      run.peakMb()));
        }
      }
      List<SideRun> ours = all.getOrDefault(OURS, List.of());
      all.forEach((name, side) -> measured.add(side(work.word(), name, side, ours)));
    }
    return measured;
  }

  private SideRun.Measure measure() {
    return new SideRun.Measure(sides.python(), sides.scripts().resolve("measured.py"));
  }

  private Map<String, List<String>> commands(AnalysisWork work) {
    Map<String, List<String>> commands = new LinkedHashMap<>();
    List<String> ours = new ArrayList<>(sides.program());
    ours.addAll(work.command(files));
    ours.addAll(List.of("--resamples", "1000", "--json"));
    commands.put(OURS, ours);
    String script = sides.scripts().resolve("analysis_peer.py").toString();
    for (String peer : sides.peers()) {
      List<String> command = new ArrayList<>(List.of(sides.python(), script, peer, work.word()));
      work.peerFiles(files).forEach(file -> command.add(file.toString()));
      commands.put(peer, command);
    }
    return commands;
  }

  private static Map<String, Double> values(AnalysisWork work, String side, SideRun run) {
    if (side.equals(OURS)) {
      return work.values(run.result());
    }
    Map<String, Double> values = new TreeMap<>();
    run.result()
        .path("values")
        .properties()
        .forEach(value -> values.put(value.getKey(), value.getValue().asDouble()));
    return values;
  }

  /** Takes the first side's values as those that are expected. */
  static void requireSame(Map<String, Double> expected, Map<String, Double> found, String work) {
    if (expected.isEmpty()) {
      expected.putAll(found);
    }
    boolean same = expected.keySet().equals(found.keySet());
    for (Map.Entry<String, Double> value : expected.entrySet()) {
      double other = found.getOrDefault(value.getKey(), Double.NaN);
      same &= Math.abs(value.getValue() - other) <= TOLERANCE;
    }
    if (!same) {
      throw new IllegalStateException(
          "the sides disagree on %s: %s against %s".formatted(work, expected, found));
    }
  }

  private static Side side(String work, String name, List<SideRun> runs, List<SideRun> ours) {
    double[] ratios = new double[runs.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = runs.get(i).seconds() / ours.get(i).seconds();
    }
    return new Side(
        work,
        name,
        Spread.of(runs.stream().mapToDouble(SideRun::seconds).toArray()),
        Spread.of(runs.stream().mapToDouble(SideRun::cpuSeconds).toArray()),
        Spread.of(runs.stream().mapToDouble(SideRun::peakMb).toArray()),
        Spread.of(ratios));
  }
}
