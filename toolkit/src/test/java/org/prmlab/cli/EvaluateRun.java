package org.prmlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine;

/** The evaluate command run in a folder of its own, and four solutions to run it on. */
public final class EvaluateRun {
  /** Four solutions of four problems: two with an error, one of them with a right answer. */
  public static final String DATA =
      """
      {"id": "a", "generator": "g", "problem": "A?", "steps": ["1", "2"], "final_answer_correct": false, "label": 0}
      {"id": "b", "generator": "g", "problem": "B?", "steps": ["1", "2"], "final_answer_correct": true, "label": 1}
      {"id": "c", "generator": "h", "problem": "C?", "steps": ["1", "2"], "final_answer_correct": true, "label": -1}
      {"id": "d", "generator": "h", "problem": "D?", "steps": ["1", "2"], "final_answer_correct": true, "label": -1}
      """;

  public static final String SCORES =
      """
      {"id": "a", "scores": [0.1, 0.2]}
      {"id": "b", "scores": [0.9, 0.3]}
      {"id": "c", "scores": [0.9, 0.0]}
      {"id": "d", "scores": [0.9, 0.8]}
      """;

  public final StringWriter out = new StringWriter();
  public final StringWriter err = new StringWriter();
  private final Path folder;

  public EvaluateRun(Path folder) {
    this.folder = folder;
  }

  public JsonNode json(String... arguments) throws IOException {
    String[] withJson = Arrays.copyOf(arguments, arguments.length + 3);
    withJson[arguments.length] = "--json";
    withJson[arguments.length + 1] = "--resamples";
    withJson[arguments.length + 2] = "200";
    assertEquals(0, run(withJson), err.toString());
    return new JsonMapper().readTree(out.toString());
  }

  public int run(String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "evaluate";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine line = PrmLab.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(command);
  }

  public static double value(JsonNode estimate) {
    return estimate.get("value").asDouble();
  }

  public String data() throws IOException {
    return file("data.jsonl", DATA);
  }

  public String scores() throws IOException {
    return file("scores.jsonl", SCORES);
  }

  public String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
