package org.prmlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.prmlab.llm.endpoint.LoopbackServer;
import org.prmlab.model.Fixture;

/** Calls of {@code label} that its tests share: a model of random weights, and an endpoint. */
public final class LabelCalls {
  public static final String MODEL = Fixture.named("eurus").folder().toString();

  private LabelCalls() {}

  /** Solutions of one, two and three steps. */
  public static Path data(Path folder, int solutions) throws IOException {
    Path file = folder.resolve("data.jsonl");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < solutions; i++) {
      var record = CommandRun.JSON.createObjectNode();
      record.put("id", "s" + i).put("generator", "g" + i % 2).put("problem", "Add " + i + ".");
      record.put("answer", "1").put("label", i % 3 == 0 ? 0 : -1).put("level", i % 2);
      for (int step = 0; step <= i % 3; step++) {
        record.withArray("steps").add("step " + step + " of " + i);
      }
      lines.add(record.toString());
    }
    return Files.write(file, lines);
  }

  /** Rollouts of {@link #MODEL}, here. */
  public static List<String> local(Path data, Path result) {
    return List.of(
        "label",
        "mc",
        "--model",
        MODEL,
        "--data",
        data.toString(),
        "--out",
        result.toString(),
        "--rollouts",
        "4",
        "--max-new-tokens",
        "40",
        "--positions-per-batch",
        "4000",
        "--temperature",
        "1",
        "--dtype",
        "float32",
        "--seed",
        "7",
        "--keep-going",
        "--json");
  }

  /** Labels of some kind, by what a server writes. */
  public static List<String> remote(String kind, LoopbackServer server, Path data, Path result) {
    return List.of(
        "label",
        kind,
        "--endpoint",
        server.url(),
        "--model",
        "m",
        "--data",
        data.toString(),
        "--out",
        result.toString(),
        "--concurrency",
        "4",
        "--json");
  }

  public static Path journal(Path result) {
    return result.resolveSibling(result.getFileName() + ".journal.jsonl");
  }
}
