package org.prmlab.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.cli.PrmLab;
import picocli.CommandLine;

class DecoderBenchTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private JsonNode file(String name) throws IOException {
    return new ObjectMapper().readTree(folder.resolve(name).toFile());
  }

  private int run(String... arguments) {
    CommandLine line = PrmLab.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(arguments);
  }

  private void make() {
    String arguments = "bench decoder --size tabletop --rows 12 --problems 2 --out " + folder;
    assertEquals(0, run(arguments.split(" ")));
  }

  @Test
  void writesWhatAMachineWithoutJavaNeeds() throws IOException {
    make();
    JsonNode weights = file("weights.json");
    assertEquals(2 + 4 * 7 + 4, weights.size());
    assertEquals("model.embed_tokens.weight", weights.path(0).path("parts").path(0).asText());
    assertEquals("score.2.bias", weights.path(weights.size() - 1).path("parts").path(0).asText());
    assertEquals(12, file("single.json").size());
    JsonNode many = file("best-of-8.json");
    assertEquals(16, many.size());
    int shared = many.path(0).path("shared").asInt();
    for (int token = 0; token < shared; token++) { // solutions of one problem begin alike
      assertEquals(
          many.path(0).path("input_ids").path(token), many.path(7).path("input_ids").path(token));
    }
    assertTrue(out.toString().contains("decoder_check.py --device cuda"));
  }

  @Test
  void theProgramGivesTheScoresOfTransformersWithoutJava()
      throws IOException, InterruptedException {
    make();
    Path report = folder.resolve("report.json");
    String options =
        "--device cpu --dtype float32 --runs 1 --rows 8 --work single --budgets 1024 --batches 8"
            + " --out ";
    python(folder.resolve("decoder_check.py") + " " + options + report);
    double difference = file("report.json").path("parity").path("ours_float32").asDouble(1);
    assertTrue(difference < 1e-5, "largest difference " + difference);
  }

  @Test
  void anUnknownSizeIsNamed() {
    assertEquals(1, run("bench", "decoder", "--size", "8b", "--out", folder.toString()));
    String expected = "size '8b'; expected tabletop, half-billion, 1.5b or 7b";
    assertTrue(err.toString().contains(expected), err.toString());
  }

  /** Runs a script by the Python with transformers that PRMLAB_PYTHON names. */
  private static void python(String arguments) throws IOException, InterruptedException {
    String python = System.getenv("PRMLAB_PYTHON");
    assumeTrue(python != null, "PRMLAB_PYTHON is not set: nothing is compared with transformers");
    List<String> command = new ArrayList<>(List.of(python));
    command.addAll(List.of(arguments.split(" ")));
    assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
  }
}
