package org.prmlab.cli.agree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.cli.PrmLab;
import picocli.CommandLine;

class AgreeCommandTest {
  private static final String DATA =
      """
      {"id": "a", "problem": "A?", "steps": ["1", "2"], "level": 1, "step_labels": [{"source": "mc", "values": [{"correct": 8, "total": 8}, {"correct": 2, "total": 8}]}, {"source": "judge", "values": [true, false]}]}
      {"id": "b", "problem": "B?", "steps": ["1", "2"], "level": 5, "step_labels": [{"source": "mc", "values": [{"correct": 8, "total": 8}, {"correct": 8, "total": 8}]}, {"source": "judge", "values": [true, true]}]}
      """;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void inOneLanguage() {
    Locale.setDefault(Locale.ROOT);
  }

  @Test
  void twoSourcesOfOneFileAreCompared() throws IOException {
    String data = file("data.jsonl", DATA);
    String[] command = {"agree", data, data, "--first", "mc", "--second", "judge", "--by", "level"};
    JsonNode report = json(command);
    assertEquals(2, report.get("solutions").asInt());
    assertEquals(50, report.get("consensus").get("value").asDouble());
    assertEquals(1, report.get("disagreements").get("first_optimistic").asInt());
    assertEquals(75, report.get("steps").get("agreement").get("value").asDouble());
    assertEquals(0, report.get("by_field").get("1").get("consensus").get("value").asDouble());
    assertEquals(100, report.get("by_field").get("5").get("consensus").get("value").asDouble());
    assertEquals(8, report.get("retention").size());
    assertEquals(50, report.get("retention").get(1).get("share").get("value").asDouble());
    assertEquals(100, report.get("retention").get(2).get("share").get("value").asDouble());
    assertEquals(0, run(command));
    assertTrue(out.toString().contains("kept by consensus (%)"), out.toString());
  }

  @Test
  void theThresholdDecidesWhatARateIs() throws IOException {
    String data = file("data.jsonl", DATA);
    JsonNode report =
        json("agree", data, data, "--first", "mc", "--second", "judge", "--threshold", "0.25");
    assertEquals(100, report.get("consensus").get("value").asDouble());
    assertEquals(1, report.get("steps").get("kappa").get("value").asDouble());
  }

  @Test
  void aCriticsOutputsAreVoted() throws IOException {
    String data = file("data.jsonl", DATA);
    String row = "{\"id\": \"%s\", \"outputs\": [\"\\\\boxed{%d}\", \"?\", \"\\\\boxed{%<d}\"]}\n";
    String outputs = file("o.jsonl", row.formatted("a", 1) + row.formatted("b", 0));
    JsonNode report = json("agree", data, outputs, "--first", "judge");
    assertEquals(50, report.get("consensus").get("value").asDouble());
  }

  @Test
  void labelsAreComparedWithPredictions() throws IOException {
    String data = file("data.jsonl", DATA);
    String predictions =
        file("p.jsonl", "{\"id\": \"a\", \"prediction\": 1}\n{\"id\": \"b\", \"prediction\": 0}\n");
    JsonNode report = json("agree", data, predictions, "--first", "judge");
    assertEquals(1, report.get("disagreements").get("none").asInt());
    assertEquals(1, report.get("disagreements").get("first_optimistic").asInt());
  }

  @Test
  void predictionsThatAreNullOrUnreadAreOpenAndSaid() throws IOException {
    String data = file("data.jsonl", DATA);
    for (String open : new String[] {"\"prediction\": null", "\"outputs\": [\"?\"]"}) {
      String predictions =
          file("p.jsonl", "{\"id\": \"a\", \"prediction\": 1}\n{\"id\": \"b\", " + open + "}\n");
      JsonNode report = json("agree", data, predictions, "--first", "judge");
      assertEquals(2, report.get("solutions").asInt());
      assertEquals(1, report.get("open").asInt());
      assertEquals(100, report.get("consensus").get("value").asDouble());
      assertEquals(2, report.get("steps").get("items").asInt());
      assertEquals(0, run("agree", data, predictions, "--first", "judge"));
      assertTrue(
          out.toString()
              .contains(
                  "2 solutions, 1 with an open verdict (null or unread predictions, unlabeled"
                      + " steps)"),
          out.toString());
    }
  }

  @Test
  void aSourceThatIsNotThereIsAnError() throws IOException {
    String data = file("data.jsonl", DATA);
    assertEquals(1, run("agree", data, data, "--first", "people"));
    assertEquals(
        "error: %s (people): solution 'a' has no such labels; its sources are [mc, judge]%n"
            .formatted(data),
        err.toString());
  }

  @Test
  void filesWithoutACommonIdAreAnError() throws IOException {
    String data = file("data.jsonl", DATA);
    String predictions = file("p.jsonl", "{\"id\": \"z\", \"prediction\": 1}\n");
    assertEquals(1, run("agree", data, predictions));
    assertEquals(
        "error: no id is in both %s and %s; the first must hold the solutions%n"
            .formatted(data, predictions),
        err.toString());
  }

  @Test
  void aFieldThatIsNotThereIsAnError() throws IOException {
    String data = file("data.jsonl", DATA);
    assertEquals(1, run("agree", data, data, "--by", "colour"));
    assertEquals(
        "error: %s: solution 'a' has no field 'colour', but [level]%n".formatted(data),
        err.toString());
  }

  private JsonNode json(String... arguments) throws IOException {
    String[] command = Arrays.copyOf(arguments, arguments.length + 1);
    command[arguments.length] = "--json";
    assertEquals(0, run(command), err.toString());
    return new JsonMapper().readTree(out.toString());
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine line = PrmLab.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
