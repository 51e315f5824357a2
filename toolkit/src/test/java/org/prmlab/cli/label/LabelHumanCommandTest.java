package org.prmlab.cli.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.prmlab.cli.CommandRun.with;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.RealData;
import org.prmlab.cli.CommandRun;
import org.prmlab.format.Formats;

class LabelHumanCommandTest {
  @TempDir private Path folder;

  private final CommandRun cli = new CommandRun();

  @Test
  void humanRatingsBecomeLabelsByANamedRule() throws IOException {
    Path data = RealData.file("prm800k_samples.jsonl");
    Path result = folder.resolve("human.jsonl");
    List<String> command =
        List.of("label", "human", "--data", data.toString(), "--out", result.toString(), "--json");
    assertEquals(2, cli.run(command), "the rule must be named");
    assertEquals(0, cli.run(with(command, "--neutral", "as-correct")), cli.err.toString());
    long correct = cli.report().path("labels").path("correct").asLong();
    assertEquals(0, cli.run(with(command, "--neutral", "as-incorrect")), cli.err.toString());
    assertTrue(cli.report().path("labels").path("correct").asLong() < correct);
    assertFalse(
        Formats.read(result).solutions().get(0).labels("human").orElseThrow().values().isEmpty());
  }
}
