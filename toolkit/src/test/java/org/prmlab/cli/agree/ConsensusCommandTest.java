package org.prmlab.cli.agree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.prmlab.cli.CommandRun.with;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.cli.CommandRun;
import org.prmlab.data.LabeledSolution;
import org.prmlab.format.Formats;

class ConsensusCommandTest {
  @TempDir private Path folder;

  private final CommandRun cli = new CommandRun();

  @Test
  void theConsensusOfTwoFilesIsWrittenAndReported() throws IOException {
    Path mc = folder.resolve("mc.jsonl");
    Path judge = folder.resolve("judge.jsonl");
    Files.write(
        mc,
        List.of(
            labeled("a", "mc", "{\"correct\": 8, \"total\": 8}", "{\"correct\": 0, \"total\": 8}"),
            labeled("b", "mc", "{\"correct\": 8, \"total\": 8}", "{\"correct\": 1, \"total\": 8}"),
            labeled("c", "mc", "{\"correct\": 8, \"total\": 8}", "{\"correct\": 4, \"total\": 8}"),
            labeled(
                "d", "mc", "{\"correct\": 8, \"total\": 8}", "{\"correct\": 4, \"total\": 8}")));
    Files.write(
        judge,
        List.of(
            labeled("b", "judge", "true", "false"),
            labeled("a", "judge", "true", "false"),
            labeled("c", "judge", "null", "null")));
    Path kept = folder.resolve("kept.jsonl");
    Path dropped = folder.resolve("dropped.jsonl");
    List<String> command =
        List.of(
            "filter",
            "consensus",
            "--mc",
            mc.toString(),
            "--judge",
            judge.toString(),
            "--out",
            kept.toString(),
            "--dropped",
            dropped.toString(),
            "--by",
            "level");
    assertEquals(0, cli.run(with(command, "--json")), cli.err.toString());
    assertEquals(1, cli.report().path("all").path("kept").asInt());
    assertEquals(1, cli.report().path("all").path("dropped").asInt());
    assertEquals(1, cli.report().path("all").path("open").asInt());
    assertEquals(1, cli.report().path("in_one_file_only").asInt());
    assertEquals(50.0, cli.report().path("all").path("share").path("value").asDouble());
    assertEquals(1, cli.report().path("reasons").path("first_optimistic").asInt());
    assertEquals(2, cli.report().path("by_threshold").path("0.125").path("kept").asInt());
    assertEquals(1, cli.report().path("kept_truth").path("both_right").asInt());
    assertEquals(1, cli.report().path("dropped_truth").path("second_right").asInt());
    LabeledSolution first = Formats.read(kept).solutions().get(0);
    assertEquals("a", first.solution().id());
    assertEquals(2, first.labels().size());
    assertEquals(2, Formats.read(dropped).size());
    assertEquals(0, cli.run(command), cli.err.toString());
    assertTrue(cli.out.toString().startsWith("kept 1 of 2 solutions, 50.0 ["), cli.out.toString());
  }

  private static String labeled(String id, String source, String first, String second) {
    return """
    {"id": "%s", "generator": "g", "problem": "p %s", "steps": ["x", "y"], "label": 1,\
     "level": 3, "step_labels": [{"source": "%s", "values": [%s, %s]}]}\
    """
        .formatted(id, id, source, first, second);
  }
}
