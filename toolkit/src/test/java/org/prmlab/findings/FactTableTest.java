package org.prmlab.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.tabletop.world.SyntheticWorlds;
import org.prmlab.tabletop.world.WorldResults;

class FactTableTest {
  @TempDir private Path folder;

  private FactTable facts(Integer... worlds) {
    SyntheticWorlds.write(folder, List.of(worlds), (r, n, w) -> 50, (r, n, w) -> 60);
    return FactTable.of(WorldResults.withFacts(folder));
  }

  /** World 301 has shares that are .01 a tier off, world 302 .02, world 303 none. */
  @Test
  void everyConditionStandsBesideThePapers() throws IOException {
    FactTable facts = facts(301, 302, 303);
    String text = facts.toString();
    assertEquals(
        Files.readString(Path.of("src/test/resources/findings/facts.txt")).stripTrailing(), text);
    assertTrue(text.lines().allMatch(line -> line.length() <= 100), text);
  }

  @Test
  void aNumberThatNoWorldHasIsADash() {
    assertEquals("-", new FactTable.Spread(Double.NaN, 0, 0, 0).text("%.0f"));
    assertEquals("64 (61-66)", new FactTable.Spread(64.1, 61, 66.2, 5).text("%.0f"));
    assertEquals("64", new FactTable.Spread(64.1, 64, 64.2, 5).text("%.0f"));
  }

  /** Worlds whose PRMs are not trained yet have facts already. */
  @Test
  void factsNeedNoPrm() throws IOException {
    facts(301);
    Files.delete(SyntheticWorlds.outcome(folder, 301, org.prmlab.tabletop.world.PrmRecipe.HUMAN));
    assertEquals(List.of(301), FactTable.of(WorldResults.withFacts(folder)).seeds());
  }
}
