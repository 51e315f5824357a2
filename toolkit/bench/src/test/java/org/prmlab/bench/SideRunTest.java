package org.prmlab.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.data.LabeledSolution;
import org.prmlab.format.Formats;

class SideRunTest {

  @Test
  void theLastLineIsTheResult() throws IOException, InterruptedException {
    SideRun run = SideRun.of(List.of("sh", "-c", "echo busy; echo '{\"rows\": [1]}'"));
    assertEquals(1, run.result().path("rows").get(0).asInt());
  }

  @Test
  void aSideThatFailsIsNamedWithItsStatus() {
    assertEquals(
        "'sh -c exit 3' ended with status 3; its own words stand above",
        assertThrows(IllegalStateException.class, () -> SideRun.of(List.of("sh", "-c", "exit 3")))
            .getMessage());
  }

  @Test
  void aSpreadHasItsMedianBetweenItsEnds() {
    assertEquals(new Spread(2, 1, 9), Spread.of(9, 1, 2));
    assertEquals(new Spread(1.5, 1, 2), Spread.of(2, 1));
  }

  @Test
  void whatAProcessTookIsMeasured() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "needs python3");
    var measure = new SideRun.Measure("/usr/bin/python3", Path.of("src", "peers", "measured.py"));
    SideRun run = SideRun.measured(measure, List.of("sh", "-c", "echo '{\"a\": 1}'"));
    assertEquals(1, run.result().path("a").asInt());
    assertTrue(run.seconds() > 0 && run.peakMb() > 0.1, run.toString());
  }

  @Test
  void sidesThatDifferByMoreThanATinyBitAreNamed() {
    Map<String, Double> expected = new TreeMap<>(Map.of("kappa", 0.5));
    AnalysisBench.requireSame(expected, Map.of("kappa", 0.5 + 1e-12), "agree");
    assertEquals(
        "the sides disagree on agree: {kappa=0.5} against {kappa=0.51}",
        assertThrows(
                IllegalStateException.class,
                () -> AnalysisBench.requireSame(expected, Map.of("kappa", 0.51), "agree"))
            .getMessage());
    assertEquals(
        "3 solutions; expected at least 16, one problem's samples",
        assertThrows(IllegalArgumentException.class, () -> new BenchFiles(Path.of("x"), 3))
            .getMessage());
  }

  @Test
  void scoredFilesAreReadAsTheyAreMeant(@TempDir Path folder) throws IOException {
    SyntheticScores.of(1).writeScored(folder.resolve("scored.jsonl"), 40);
    SyntheticScores.of(1).writeSamples(folder.resolve("samples.jsonl"), 40);
    List<LabeledSolution> scored = Formats.read(folder.resolve("scored.jsonl")).solutions();
    assertEquals(40, scored.size());
    assertEquals(5, scored.get(0).scores().size());
    assertTrue(scored.stream().allMatch(s -> s.verdict().isPresent()));
    List<LabeledSolution> samples = Formats.read(folder.resolve("samples.jsonl")).solutions();
    assertEquals(32, samples.size());
    assertEquals(2, samples.stream().map(s -> s.solution().problem()).distinct().count());
  }
}
