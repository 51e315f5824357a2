package org.prmlab.cli.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.cli.PrmLab;
import picocli.CommandLine;

@SuppressWarnings("StringConcatToTextBlock") // a file, line by line
class GradeCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void eachPairHasAVerdictAndAReason() throws IOException {
    String pairs =
        "gold\tanswer\n"
            + "\\frac{1}{2}\t0.5\twhatever\n\n"
            + "{\"gold\": 7, \"answer\": \"8\"}\n"
            + "3 m\t3 kg\n";
    assertEquals(0, run(file(pairs)));
    assertEquals(
        "2\tequal\t\\frac{1}{2}\t0.5\tboth are exactly 1/2\n"
            + "4\tdifferent\t7\t8\t7 is not 8\n"
            + "5\tundecided\t3 m\t3 kg\tdifferent units: m and kg\n"
            + "3 pairs: 1 equal, 1 different, 1 undecided\n",
        out.toString().replace(System.lineSeparator(), "\n"));
  }

  @Test
  void theSameAsJson() throws IOException {
    assertEquals(0, run(file("1\t1.0\n"), "--json"));
    JsonNode report = new JsonMapper().readTree(out.toString());
    assertEquals(1, report.get("equal").asInt());
    assertEquals("equal", report.get("pairs").get(0).get("verdict").asText());
    assertEquals(1, report.get("pairs").get(0).get("line").asInt());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7;8|:1: no tab; expected a gold answer",
        "7@|:1: an empty column; expected a gold answer",
        "{\"gold\": 1}|:1: field answer is missing; a text or a number expected",
        "{\"gold\": 1,|:1: no JSON: ",
        "gold@answer|: no pairs; expected a gold answer",
      })
  void aBadLineIsLocated(String line, String message) throws IOException {
    assertEquals(1, run(file(line.replace('@', '\t') + "\n")));
    assertTrue(err.toString().contains(message), err.toString());
  }

  @Test
  void aFileInAnotherEncodingIsRefused() throws IOException {
    Path file = folder.resolve("latin.tsv");
    Files.write(file, "é\té\n".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(1, run(file.toString()));
    assertTrue(err.toString().contains("not in UTF-8; convert it first"), err.toString());
  }

  private String file(String content) throws IOException {
    return Files.writeString(folder.resolve("pairs.tsv"), content).toString();
  }

  private int run(String file, String... more) {
    String[] command = new String[more.length + 2];
    command[0] = "grade";
    command[1] = file;
    System.arraycopy(more, 0, command, 2, more.length);
    CommandLine line = PrmLab.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(command);
  }
}
