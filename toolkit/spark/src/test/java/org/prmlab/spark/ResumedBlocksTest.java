package org.prmlab.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.data.LabeledSolution;
import org.prmlab.evaluation.AgreementCounts;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.scale.Block;
import org.prmlab.scale.BlockFunction;
import org.prmlab.scale.BlockRun;
import org.prmlab.scale.BlockWork;
import org.prmlab.scale.Cluster;
import org.prmlab.scale.CommittedBlocks;
import org.prmlab.scale.CountBlocks;
import org.prmlab.scale.InputFile;
import org.prmlab.scale.JoinedLine;
import org.prmlab.scale.RateLines;
import org.prmlab.scale.RecordLines;

@EnabledForJreRange(max = JRE.JAVA_22, disabledReason = "Spark runs on Java 17 to 22")
class ResumedBlocksTest {
  @TempDir private Path folder;

  private static Cluster cluster() {
    return Cluster.connect(Optional.of("local[2]"), Map.of());
  }

  /** Notes which block it computed; fails at one for as long as a file is there. */
  record Noting(String folder, int failing) implements BlockFunction {
    @Override
    public Map<String, List<String>> apply(Block block) {
      if (block.number() == failing && Files.exists(Path.of(folder, "broken"))) {
        throw new IllegalArgumentException("block " + failing + " is broken");
      }
      try {
        Files.writeString(
            Path.of(folder, "noted-" + block.number()),
            "x",
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return Map.of("ids", block.lines().stream().map(JoinedLine::id).toList());
    }
  }

  @Test
  void anotherRunComputesOnlyWhatIsNotCommitted() throws IOException {
    SampleFiles files = SampleFiles.write(folder, 95);
    Files.createFile(folder.resolve("broken"));
    Path out = folder.resolve("out");
    CommittedBlocks parts = CommittedBlocks.open(out, "c");
    InputFile source = new InputFile(files.data, new RecordLines("prmlab"));
    var work = new BlockWork(source, Optional.empty(), new Noting(folder.toString(), 9), 10, parts);
    try (Cluster cluster = cluster()) {
      Exception fault = assertThrows(IllegalArgumentException.class, () -> cluster.run(work));
      assertEquals("block 9 is broken", fault.getMessage());
      int committed = parts.committed().size();
      Files.delete(folder.resolve("broken"));
      assertEquals(new BlockRun(95, 10, committed, 0), cluster.run(work));
    }
    for (int block = 0; block < 10; block++) {
      assertEquals("x", Files.readString(folder.resolve("noted-" + block)), "block " + block);
    }
    parts.join("ids", 10, out);
    assertEquals(IntStream.range(0, 95).mapToObj(i -> "s" + i).toList(), Files.readAllLines(out));
  }

  @Test
  void countsAddUpToThoseOfOneMachine() throws IOException {
    SampleFiles files = SampleFiles.write(folder, 200);
    Path mc = onlyBoth(files.rollouts);
    Path judge = onlyBoth(files.judge);
    CommittedBlocks parts = CommittedBlocks.open(folder.resolve("counts"), "c");
    try (Cluster cluster = cluster()) {
      BlockRun run =
          cluster.run(
              new BlockWork(
                  new InputFile(mc, new RateLines("mc")),
                  Optional.of(new InputFile(judge, new RateLines("judge"))),
                  new CountBlocks(),
                  33,
                  parts));
      Map<String, double[]> judged = rates(judge, "judge");
      AgreementCounts.Counter counter = new AgreementCounts.Counter();
      rates(mc, "mc")
          .forEach((id, of) -> counter.add(id, of, judged.getOrDefault(id, new double[0])));
      assertEquals(counter.counts(), CountBlocks.total(parts, run.blocks()));
    }
  }

  private static Map<String, double[]> rates(Path file, String source) {
    Map<String, double[]> rates = new HashMap<>();
    for (LabeledSolution solution : PrmlabRecord.read(file).solutions()) {
      rates.put(
          solution.solution().id(),
          solution.labels(source).orElseThrow().values().stream()
              .mapToDouble(RateLines::rate)
              .toArray());
    }
    return rates;
  }

  /** The solutions that rollouts and judge both label. */
  private static Path onlyBoth(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return Files.write(
          file.resolveSibling("both-" + file.getFileName()),
          lines.filter(l -> !isAlone(l)).toList());
    }
  }

  private static boolean isAlone(String line) {
    int id = Integer.parseInt(line.replaceFirst("^\\{\"id\":\"s(\\d+)\".*$", "$1"));
    return id % 40 == 7 || id % 50 == 9;
  }
}
