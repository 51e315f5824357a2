package org.prmlab.paper.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.prmlab.paper.Paper;

class PaperAuditTest {
  private static final AuditReport PRINTED = PaperAudit.of(Paper.asPrinted());

  /** Each worked out by hand from the printed tables. */
  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource({
    "f1, table07, Llama-3.3-70B-Instruct",
    "f1, table07, RLHFlow-PRM-Deepseek-8B",
    "f1, table07, Skywork-PRM-7B",
    "k-of-n, table02, Qwen2.5-Math-7B-PRM800K",
    "k-of-n, table07, Llama-3.3-70B-Instruct",
    "k-of-n, table07, Skywork-PRM-1.5B",
    "k-of-n, table07, Skywork-PRM-7B",
    "k-of-n, table07, Qwen2.5-Math-7B-PRM800K",
    "printed-twice, 'table01, figure05, figure03, figure09', Qwen2.5-Math-7B-PRM-MC-hard",
    "printed-twice, 'table01, figure03, figure09', Qwen2.5-Math-7B-PRM-MC-soft",
    "printed-twice, 'table02, table04, table07', Qwen2.5-Math-7B-PRM800K",
    "printed-twice, 'table07, figure01', EurusPRM-Stage1",
    "printed-twice, 'table07, figure01', EurusPRM-Stage2",
  })
  void findsEveryContradictionOfThePaper(String rule, String where, String row) {
    assertEquals(
        1,
        PRINTED.findings().stream()
            .filter(f -> f.rule().equals(rule) && f.where().equals(where) && f.row().equals(row))
            .count());
  }

  @Test
  void findsNothingElse() {
    assertEquals(13, PRINTED.findings().size());
  }

  @Test
  void everyBestOfNValueOfAKnownBenchmarkIsKOfN() {
    assertEquals(994, PRINTED.kOfN().size());
    assertTrue(PRINTED.kOfN().stream().allMatch(CountCheck::fits));
  }

  /** 83.2 should be 94.6, which is 384/406: with it F1 is 59.4, as printed. */
  @Test
  void saysWhichCellsWouldMendAnF1() {
    AuditFinding finding = PRINTED.findings().get(0);
    assertEquals(List.of("43.3", "83.2", "59.4"), finding.printed());
    assertTrue(finding.fits().contains("cor 94.6 (384/406)"), finding.fits());
  }

  @Test
  void prefersTheValueThatItsOwnRowConfirms() {
    AuditFinding finding =
        PRINTED.findings().stream()
            .filter(f -> f.where().equals("table02, table04, table07"))
            .findFirst()
            .orElseThrow();
    assertEquals(List.of("86.1", "86.3", "86.1"), finding.printed());
    assertEquals("86.3 in all places", finding.fits());
  }

  /** One cell of the printed tables changed, and the rule that must notice. */
  @ParameterizedTest(name = "{0}: {1} -> {2} breaks {3}")
  @CsvSource(
      delimiter = ';',
      value = {
        "table09; EurusPRM-Stage2,95.3,85.1,44.9,72.5,47.1,49.0,80.2,67.7; EurusPRM-Stage2,95.3,85.1,44.9,72.5,47.1,49.0,80.2,67.9; average",
        "table05; Skywork-PRM-1.5B,42.9,36.2,12.4,13.9,26.4; Skywork-PRM-1.5B,42.9,36.2,12.4,13.9,26.6; average",
        "table07; 88.9,97.9,93.2,83.5; 88.9,97.9,93.4,83.5; f1",
        "table10; maj@64,84.2,16.7,77.5; maj@64,84.2,16.8,77.5; k-of-n",
        "table12; 96.2,88.3,46.3; 96.2,88.3,46.4; k-of-n",
        "table14; Skywork-PRM-7B,product,97.0; Skywork-PRM-7B,product,97.1; printed-twice",
        "figure09; MC-soft 3M,63.7,64.4; MC-soft 3M,63.7,64.6; printed-twice",
        "table10; Qwen2.5-Math-PRM-72B,87.8,23.3; Qwen2.5-Math-PRM-72B,87.8,53.3; upper-bound",
        "table05; Math-Shepherd-PRM-7B,14.3,12.8,13.7,14.7; Math-Shepherd-PRM-7B,14.3,12.8,13.7,99.6; subset",
      })
  void noticesAChangedCell(String table, String from, String to, String rule, @TempDir Path folder)
      throws IOException {
    copyPrinted(folder);
    Path file = folder.resolve(table + ".csv");
    String text = Files.readString(file);
    assertTrue(text.contains(from), "the test's own text is not in " + table);
    Files.writeString(file, text.replace(from, to));
    AuditReport changed = PaperAudit.of(Paper.read(folder));
    assertTrue(
        changed.findings().stream()
            .anyMatch(f -> f.rule().equals(rule) && !PRINTED.findings().contains(f)),
        () -> changed.findings().toString());
  }

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  /**
   * Counts drawn at random, everything derived from them rounded honestly, one way or the other.
   */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void neverFlagsHonestRounding(long seed, @TempDir Path folder) throws IOException {
    copyPrinted(folder);
    SplittableRandom random = new SplittableRandom(seed);
    Files.writeString(folder.resolve("table10.csv"), honestBestOfN(random));
    Files.writeString(folder.resolve("table07.csv"), honestProcessBench(random));
    List<AuditFinding> wrong =
        PaperAudit.of(Paper.read(folder)).findings().stream()
            .filter(f -> f.where().equals("table10") || f.where().equals("table07"))
            .toList();
    assertEquals(List.of(), wrong);
  }

  private static String honestBestOfN(SplittableRandom random) {
    int[] n = {500, 30, 40, 272, 385, 675};
    List<String> lines = new ArrayList<>();
    lines.add("Setting,MATH500,AIME24,AMC23,Minerva,GaoKao23En,Olympiad,Avg");
    for (int row = 0; row < 20; row++) {
      double[] exact =
          IntStream.of(n).mapToDouble(m -> 100.0 * random.nextInt(m + 1) / m).toArray();
      double[] rounded = DoubleRounding.of(random).apply(exact);
      double[] averaged = random.nextBoolean() ? exact : rounded;
      double average = IntStream.range(0, 6).mapToDouble(i -> averaged[i]).average().orElseThrow();
      lines.add(
          "row "
              + row
              + ","
              + text(rounded)
              + ","
              + text(DoubleRounding.of(random).apply(new double[] {average})));
    }
    return String.join("\n", lines);
  }

  private static String honestProcessBench(SplittableRandom random) {
    int[] error = {207, 594, 661, 759};
    int[] correct = {193, 406, 339, 241};
    List<String> lines = new ArrayList<>();
    lines.add(
        Paper.asPrinted().table(7).columns().stream().reduce((a, b) -> a + "," + b).orElseThrow());
    for (int row = 0; row < 20; row++) {
      List<String> cells = new ArrayList<>(List.of("row " + row));
      double[] f1 = new double[4];
      for (int s = 0; s < 4; s++) {
        double e = 100.0 * random.nextInt(error[s] + 1) / error[s];
        double c = 100.0 * random.nextInt(correct[s] + 1) / correct[s];
        f1[s] = e + c == 0 ? 0 : 2 * e * c / (e + c);
        cells.add(text(DoubleRounding.of(random).apply(new double[] {e, c, f1[s]})));
      }
      double average = (f1[0] + f1[1] + f1[2] + f1[3]) / 4;
      cells.add(text(DoubleRounding.of(random).apply(new double[] {average})));
      lines.add(String.join(",", cells));
    }
    return String.join("\n", lines);
  }

  private static String text(double[] values) {
    return java.util.Arrays.stream(values)
        .mapToObj(v -> String.format(Locale.ROOT, "%.1f", v))
        .reduce((a, b) -> a + "," + b)
        .orElseThrow();
  }

  /** One decimal, ties to even or away from zero. */
  private enum DoubleRounding {
    EVEN,
    UP;

    static DoubleRounding of(SplittableRandom random) {
      return random.nextBoolean() ? EVEN : UP;
    }

    double[] apply(double[] values) {
      return java.util.Arrays.stream(values)
          .map(v -> this == EVEN ? Math.rint(10 * v) / 10 : Math.floor(10 * v + 0.5) / 10)
          .toArray();
    }
  }

  private static void copyPrinted(Path folder) throws IOException {
    List<String> names =
        Stream.concat(
                IntStream.rangeClosed(1, 16).mapToObj("table%02d"::formatted),
                IntStream.rangeClosed(1, 9).mapToObj("figure%02d"::formatted))
            .toList();
    for (String name : names) {
      try (InputStream in = Paper.class.getResourceAsStream(name + ".csv")) {
        Files.writeString(
            folder.resolve(name + ".csv"),
            new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", ""));
      }
    }
  }
}
