package org.prmlab.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.PythonPeer;
import org.prmlab.cli.CommandRun;

class DecoderBenchTest {
  private final CommandRun command = new CommandRun();

  @TempDir private Path folder;

  private JsonNode file(String name) throws IOException {
    return CommandRun.JSON.readTree(folder.resolve(name).toFile());
  }

  private void make() {
    List<String> arguments = List.of("bench", "decoder", "--size", "tabletop", "--rows", "12");
    assertEquals(
        0, command.run(CommandRun.with(arguments, "--problems", "2", "--out", folder.toString())));
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
    assertTrue(command.out.toString().contains("decoder_check.py --device cuda"));
  }

  @Test
  void theProgramGivesTheScoresOfTransformersWithoutJava() throws IOException {
    make();
    Path report = folder.resolve("report.json");
    String options =
        "--device cpu --dtype float32 --runs 1 --rows 8 --work single --budgets 1024 --batches 8"
            + " --out ";
    PythonPeer.run(folder.resolve("decoder_check.py"), (options + report).split(" "));
    double difference = file("report.json").path("parity").path("ours_float32").asDouble(1);
    assertTrue(difference < 1e-5, "largest difference " + difference);
  }

  @Test
  void anUnknownSizeIsNamed() {
    int code = command.run(List.of("bench", "decoder", "--size", "8b", "--out", folder.toString()));
    assertEquals(1, code);
    command.assertError("size '8b'; expected tabletop, half-billion, 1.5b or 7b");
  }
}
