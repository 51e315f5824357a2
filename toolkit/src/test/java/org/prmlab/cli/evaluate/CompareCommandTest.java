package org.prmlab.cli.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Quantile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.cli.CommandRun;

class CompareCommandTest {
  private static final int PROBLEMS = 60;

  @TempDir Path folder;
  private final CommandRun command = new CommandRun();

  @BeforeEach
  void inOneLanguage() {
    Locale.setDefault(Locale.ROOT);
  }

  /**
   * Sixty problems of two samples; one PRM errs on every third solution, the other on every fifth.
   */
  private String scored() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 2 * PROBLEMS; i++) {
      int error = i % 2 == 0 ? 1 : -1;
      lines.append(
          String.format(
              Locale.ROOT,
              "{\"id\": \"s%d\", \"problem\": \"P%d?\", \"steps\": [\"1\", \"2\"],"
                  + " \"final_answer_correct\": %b, \"label\": %d,"
                  + " \"scores\": {\"third\": %s, \"fifth\": %s}}%n",
              i,
              i / 2,
              error < 0,
              error,
              scores(error, i % 3 == 0),
              scores(error, i % 5 == 0)));
    }
    return file("scored.jsonl", lines.toString());
  }

  private static String scores(int error, boolean wrong) {
    return (error < 0) == wrong ? "[0.9, 0.2]" : "[0.9, 0.8]";
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private JsonNode compare(String... arguments) throws IOException {
    List<String> all = CommandRun.with(List.of("compare"), arguments);
    assertEquals(0, command.run(CommandRun.with(all, "--json")), command.err.toString());
    return command.report();
  }

  @Test
  void whoFindsFirstErrorsIsComparedOnTheSameSolutions() throws IOException {
    JsonNode steps = compare("third", "fifth", "--data", scored()).get("step_errors");
    // of 120 solutions 40 are multiples of 3, 24 of 5, 8 of both: 32 and 16 are wrong by one only
    assertEquals(16, steps.at("/mcnemar/right_by_first").asInt());
    assertEquals(32, steps.at("/mcnemar/right_by_second").asInt());
    assertEquals(0.0293, steps.at("/mcnemar/exact_p").asDouble(), 1e-4); // R: binom.test(16, 48)
    assertEquals(-40 / 3.0, steps.at("/f1/difference/value").asDouble(), 1e-9);
    assertEquals(200 / 3.0, steps.at("/first/f1/value").asDouble(), 1e-9);
    assertEquals(80, steps.at("/second/f1/value").asDouble(), 1e-9);
  }

  /** The interval against one made here, by drawing problems again from another stream. */
  @Test
  void theDifferenceIsPairedByProblem() throws IOException {
    JsonNode gap = compare("third", "fifth", "--data", scored()).at("/step_errors/error_accuracy");
    double[] gains =
        IntStream.range(0, PROBLEMS)
            .mapToDouble(p -> (2 * p % 3 == 0 ? 0 : 1) - (2 * p % 5 == 0 ? 0 : 1))
            .toArray();
    Random random = new Random(5);
    double[] drawn =
        DoubleStream.generate(
                () -> random.ints(PROBLEMS, 0, PROBLEMS).mapToDouble(p -> gains[p]).sum())
            .limit(20_000)
            .map(sum -> 100 * sum / PROBLEMS)
            .toArray();
    double[] ends = Quantile.withDefaults().evaluate(drawn, .025, .975);
    assertEquals(ends[0], gap.at("/difference/low").asDouble(), 1.7); // one problem is 1.7 points
    assertEquals(ends[1], gap.at("/difference/high").asDouble(), 1.7);
    assertEquals("undecided", gap.get("conclusion").asText());
  }

  @Test
  void whoChoosesRightIsComparedOnTheSameSamples() throws IOException {
    JsonNode report = compare("third", "fifth", "--data", scored(), "--aggregation", "min");
    JsonNode choice = report.get("best_of_n").get(0);
    // the second sample is right; it is missed where its own score is low and the first one's is
    // not: ties go to the first sample
    assertEquals(choice(3), choice.at("/first/value").asDouble(), 1e-9);
    assertEquals(choice(5), choice.at("/second/value").asDouble(), 1e-9);
    assertEquals(choice(3) - choice(5), choice.at("/difference/difference/value").asDouble(), 1e-9);
    assertEquals(2, choice.get("k").asInt());
  }

  private static double choice(int every) {
    long right =
        IntStream.range(0, PROBLEMS)
            .filter(p -> (2 * p + 1) % every != 0 && 2 * p % every != 0)
            .count();
    return 100.0 * right / PROBLEMS;
  }

  @Test
  void whatTheyDifferOnIsWritten() throws IOException {
    Path differ = folder.resolve("differ.jsonl");
    compare("third", "fifth", "--data", scored(), "--differences", differ.toString());
    List<String> lines = Files.readAllLines(differ);
    assertEquals(48, lines.stream().filter(l -> l.contains("\"truth\"")).count());
    assertTrue(
        lines.contains("{\"id\":\"s3\",\"truth\":-1,\"first\":1,\"second\":-1}"), lines.get(0));
    assertTrue(lines.stream().anyMatch(l -> l.contains("\"aggregation\":\"last\"")), lines.get(0));
  }

  @Test
  void whatIsReadIsNotReplaced() throws IOException {
    String data = scored();
    String before = Files.readString(Path.of(data));
    List<String> arguments =
        List.of("compare", "third", "fifth", "--data", data, "--differences", data);
    assertEquals(1, command.run(arguments));
    command.assertError("--differences would replace '" + data + "'");
    assertEquals(before, Files.readString(Path.of(data)));
  }

  @Test
  void scoresOfOtherFilesAreJoinedById() throws IOException {
    String data = scored();
    List<String> lines = Files.readAllLines(Path.of(data));
    String fifth =
        file(
            "fifth.jsonl",
            String.join(
                "\n",
                IntStream.rangeClosed(1, lines.size())
                    .mapToObj(i -> lines.get(lines.size() - i))
                    .map(l -> l.replaceAll("\"third\": \\[[^]]*\\], ", ""))
                    .toList()));
    JsonNode inData = compare("third", "fifth", "--data", data);
    JsonNode joined = compare("third", fifth, "--data", data);
    assertEquals(inData.get("step_errors"), joined.get("step_errors"));
    assertEquals(inData.get("best_of_n"), joined.get("best_of_n"));
    JsonNode itself = compare(fifth, fifth);
    assertEquals(0, itself.at("/step_errors/f1/difference/value").asDouble());
    assertEquals("undecided", itself.at("/step_errors/f1/conclusion").asText());
  }

  @Test
  void predictionsAreComparedWithScores() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 2 * PROBLEMS; i++) {
      rows.append("{\"id\": \"s%d\", \"prediction\": %d}%n".formatted(i, i % 2 == 0 ? 1 : -1));
    }
    JsonNode report = compare("third", file("right.jsonl", rows.toString()), "--data", scored());
    assertEquals(100, report.at("/step_errors/second/f1/value").asDouble());
    assertEquals("clear", report.at("/step_errors/f1/conclusion").asText());
    assertTrue(report.at("/notes/0").asText().contains("holds predictions"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "other | fifth | 'other' is no file and no PRM of",
        "third | DATA | has scores of the PRMs [third, fifth]; expected those of one",
        "third | FEWER | solution 's1' of"
      })
  void whatCannotBeComparedIsSaid(String first, String second, String message) throws IOException {
    String data = scored();
    String fewer =
        file(
            "fewer.jsonl",
            "{\"id\": \"s0\", \"problem\": \"P0?\", \"steps\": [\"1\", \"2\"], \"scores\":"
                + " {\"x\": [1, 1]}}\n");
    String other = second.equals("DATA") ? data : second.equals("FEWER") ? fewer : second;
    int code = command.run(List.of("compare", first, other, "--data", data));
    assertEquals(1, code);
    command.assertError(message);
  }
}
