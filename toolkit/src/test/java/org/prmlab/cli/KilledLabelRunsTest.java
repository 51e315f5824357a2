package org.prmlab.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.prmlab.cli.CommandRun.start;
import static org.prmlab.cli.LabelCalls.data;
import static org.prmlab.cli.LabelCalls.journal;
import static org.prmlab.cli.LabelCalls.local;
import static org.prmlab.cli.LabelCalls.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.format.Formats;
import org.prmlab.llm.endpoint.LoopbackServer;
import org.prmlab.llm.endpoint.LoopbackServer.Manner;

/** Runs of {@code label} as real processes, killed where they stand. */
class KilledLabelRunsTest {
  @TempDir private Path folder;

  private final CommandRun cli = new CommandRun();

  /** Ten times a real process, killed where it stands: at moments drawn from a seed. */
  @Test
  void aRunKilledTenTimesGivesTheLabelsOfOneRun() throws IOException, InterruptedException {
    Path data = data(folder, 60);
    Path whole = folder.resolve("whole.jsonl");
    assertEquals(0, cli.run(local(data, whole)), cli.err.toString());
    Path killed = folder.resolve("killed.jsonl");
    long all = Files.size(journal(whole));
    SplittableRandom random = new SplittableRandom(42);
    long[] moments = random.longs(10, 0, all).sorted().toArray();
    int interrupted = 0;
    for (long moment : moments) {
      Process process = start(folder, local(data, killed));
      while (process.isAlive()
          && (!Files.exists(journal(killed)) || Files.size(journal(killed)) < moment)) {
        process.waitFor(1, TimeUnit.MILLISECONDS);
      }
      process.destroyForcibly().waitFor();
      interrupted += Files.exists(killed) ? 0 : 1;
    }
    assertTrue(interrupted >= 5, interrupted + " of 10 were killed before their end");
    assertEquals(0, cli.run(local(data, killed)), cli.err.toString());
    assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(killed));
    assertEquals(sorted(journal(whole)), sorted(journal(killed)));
  }

  /**
   * What had reached the journal is never asked again. An answer that was on its way when the
   * process died may be: at most one for each of the 4 requests under way, at each of the kills.
   */
  @Test
  void aKilledClientOfAnEndpointPaysForNoAnswerTwice() throws IOException, InterruptedException {
    Path data = data(folder, 40);
    Path result = folder.resolve("mc.jsonl");
    int prompts = Formats.read(data).steps();
    try (LoopbackServer server = LoopbackServer.start((number, body) -> Manner.SLOW)) {
      List<String> command = remote("mc", server, data, result);
      for (int kill = 1; kill <= 4; kill++) {
        Process process = start(folder, command);
        int enough = prompts * kill / 6;
        while (process.isAlive() && server.paid().size() < enough) {
          process.waitFor(1, TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly().waitFor();
        List<String> kept = new ArrayList<>();
        if (Files.exists(journal(result))) {
          kept.addAll(Files.readAllLines(journal(result)));
        }
        assertTrue(kept.size() + 4 * kill >= server.paid().size(), kept.size() + " kept");
      }
      assertEquals(0, cli.run(command), cli.err.toString());
      Map<String, Integer> times = new HashMap<>();
      server.paid().forEach(p -> times.merge(p.prompt(), 1, Integer::sum));
      assertEquals(prompts, times.size());
      int again = server.paid().size() - prompts;
      assertTrue(again <= 4 * 4, again + " asked again");
      long earlier = cli.report().path("usage").path("earlier").path("answers").asLong();
      long added = cli.report().path("usage").path("this_run").path("answers").asLong();
      assertEquals(prompts, earlier + added);
    }
  }

  private static List<String> sorted(Path file) throws IOException {
    return Files.readAllLines(file).stream().sorted().toList();
  }
}
