package org.prmlab.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.bench.LoopbackCluster;

/** Two workers, processes of their own; one is killed with its executor when work is under way. */
@EnabledForJreRange(max = JRE.JAVA_22, disabledReason = "Spark runs on Java 17 to 22")
class KilledWorkerTest {
  private static final int SOLUTIONS = 64 * 24;

  @TempDir private Path folder;

  @Test
  void theOutputIsThatOfARunWithoutIt() throws IOException, InterruptedException {
    SampleFiles files = SampleFiles.write(folder, SOLUTIONS);
    Path one = folder.resolve("one.jsonl");
    String data = files.data.toString();
    SampleFiles.run("score", "--prm", SampleFiles.PRM, "--data", data, "--out", one.toString());
    Path many = folder.resolve("many.jsonl");
    try (LoopbackCluster cluster = LoopbackCluster.start(folder.resolve("cluster"), 2)) {
      CompletableFuture<String> run =
          CompletableFuture.supplyAsync(() -> SampleFiles.run(score(cluster, data, many)));
      int before = awaitBlocks(many, 4, run);
      assertEquals(1, cluster.kill(0), "executors killed");
      run.join();
      assertTrue(before < SOLUTIONS / 64, before + " blocks were done before the kill: too late");
    }
    assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(many));
  }

  private static String[] score(LoopbackCluster cluster, String data, Path out) {
    List<String> arguments =
        new ArrayList<>(List.of("spark", "score", "--master", cluster.address()));
    arguments.addAll(List.of("--prm", SampleFiles.PRM, "--data", data, "--out", out.toString()));
    arguments.addAll(List.of("--block", "64"));
    cluster
        .settings()
        .forEach((key, value) -> arguments.addAll(List.of("--conf", key + "=" + value)));
    return arguments.toArray(new String[0]);
  }

  /** Waits until so many blocks are committed, or the run ends; says how many there are. */
  private static int awaitBlocks(Path out, int blocks, CompletableFuture<String> run)
      throws IOException, InterruptedException {
    Path parts = out.resolveSibling(out.getFileName() + ".parts");
    while (!run.isDone()) {
      if (Files.isDirectory(parts)) {
        try (Stream<Path> all = Files.list(parts)) {
          int found = (int) all.filter(f -> f.toString().contains("/block-")).count();
          if (found >= blocks) {
            return found;
          }
        }
      }
      Thread.sleep(20);
    }
    return SOLUTIONS / 64;
  }
}
