package org.prmlab.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Agreement with intervals by one process, and the counts behind it by Spark within one process and
 * by Spark with one and with two workers, in turns. Spark must be on the class path.
 *
 * @param folder where the label files are, or are made
 * @param program the main class of the command line
 * @param solutions solutions in each of the two files; 8 steps each on average
 * @param runs how often each side runs
 */
public record ScaleBench(Path folder, String program, int solutions, int runs) {
  private static final String OURS = "one process";
  private static final int EIGHTHS = 8;
  private static final double TOLERANCE = 1e-9; // of a share in percent

  public ScaleBench {
    if (solutions < 1 || runs < 1) {
      throw new IllegalArgumentException(
          "%d solutions, %d runs; expected at least one of each".formatted(solutions, runs));
    }
  }

  /**
   * One side's measurements.
   *
   * @param seconds wall time of the process that was asked, its start included; workers run already
   * @param ratio its seconds divided by those of one process in the same turn
   */
  public record Side(String name, Spread seconds, Spread ratio) {}

  /** What was measured, one process first. */
  public record Outcome(int solutions, List<Side> sides) {}

  /**
   * Makes the files if they are not there, runs all sides in turns and compares their counts.
   *
   * @param finished told a line after every side, since one can take minutes
   * @throws IllegalStateException if a side fails or the sides do not agree
   */
  public Outcome run(Consumer<String> finished) throws IOException, InterruptedException {
    BenchFiles files = new BenchFiles(folder, solutions);
    files.labels();
    Path mc = files.mc();
    Path judge = files.judge();
    Path logs = Files.createTempDirectory("prmlab-spark");
    try (LoopbackCluster one = LoopbackCluster.start(logs.resolve("1"), 1);
        LoopbackCluster two = LoopbackCluster.start(logs.resolve("2"), 2)) {
      Map<String, List<String>> sides = new LinkedHashMap<>();
      sides.put(OURS, java(List.of(program, "agree", "--resamples", "1000", "--json"), mc, judge));
      sides.put("spark, local[2]", spark("local[2]", Map.of(), mc, judge));
      sides.put("spark, one worker", spark(one.address(), one.settings(), mc, judge));
      sides.put("spark, two workers", spark(two.address(), two.settings(), mc, judge));
      return outcome(measured(sides, finished));
    }
  }

  private Map<String, List<Double>> measured(
      Map<String, List<String>> sides, Consumer<String> finished)
      throws IOException, InterruptedException {
    Map<String, List<Double>> seconds = new LinkedHashMap<>();
    sides.keySet().forEach(side -> seconds.put(side, new ArrayList<>()));
    for (int i = 0; i < runs; i++) {
      List<Double> expected = List.of();
      for (Map.Entry<String, List<String>> side : sides.entrySet()) {
        SideRun run = SideRun.of(side.getValue());
        List<Double> found = shares(run.result());
        expected = expected.isEmpty() ? found : expected;
        requireSame(expected, found);
        seconds.getOrDefault(side.getKey(), List.of()).add(run.seconds());
        finished.accept(
            "turn %d of %d, %s: %.1f s".formatted(i + 1, runs, side.getKey(), run.seconds()));
      }
    }
    return seconds;
  }

  private Outcome outcome(Map<String, List<Double>> seconds) {
    List<Double> ours = seconds.getOrDefault(OURS, List.of());
    List<Side> sides = new ArrayList<>();
    seconds.forEach(
        (name, times) -> {
          double[] ratios = new double[times.size()];
          for (int i = 0; i < ratios.length; i++) {
            ratios[i] = times.get(i) / ours.get(i);
          }
          double[] all = times.stream().mapToDouble(Double::doubleValue).toArray();
          sides.add(new Side(name, Spread.of(all), Spread.of(ratios)));
        });
    return new Outcome(solutions, sides);
  }

  /** Percent kept by consensus at each threshold, from a report or from counts. */
  private static List<Double> shares(JsonNode result) {
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < EIGHTHS; i++) {
      JsonNode row = result.path(i);
      shares.add(
          result.isArray()
              ? 100 * row.path("kept").asDouble() / row.path("first_errors").asDouble()
              : result.at("/retention/" + i + "/share/value").asDouble(Double.NaN));
    }
    return shares;
  }

  private static void requireSame(List<Double> expected, List<Double> found) {
    for (int i = 0; i < expected.size(); i++) {
      if (!(Math.abs(expected.get(i) - found.get(i)) <= TOLERANCE)) {
        throw new IllegalStateException(
            "the sides disagree: %s against %s".formatted(expected, found));
      }
    }
  }

  private List<String> spark(String master, Map<String, String> settings, Path mc, Path judge) {
    List<String> command =
        java(
            List.of(program, "spark", "agree", "--counts", "--json", "--master", master),
            mc,
            judge);
    settings.forEach((key, value) -> command.addAll(List.of("--conf", key + "=" + value)));
    return command;
  }

  private static List<String> java(List<String> program, Path mc, Path judge) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-Xmx4g", "-cp", System.getProperty("java.class.path")));
    command.addAll(program);
    command.addAll(List.of(mc.toString(), judge.toString()));
    return command;
  }
}
