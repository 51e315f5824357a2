package org.prmlab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.prmlab.tabletop.PrmRecipe;
import org.prmlab.tabletop.SearchOutcome;
import org.prmlab.tabletop.SearchOutcome.TierSearch;

class SearchTablesTest {
  /** Greedy is 10 points above Best-of-8 in every world, beam above and below. */
  private static SearchOutcome world(int seed, double beam) {
    TierSearch easy = new TierSearch(0.9, beam, 0.8, 0.8, 0.7, 100, 90, 100, 120);
    TierSearch hard = new TierSearch(0.7, beam, 0.6, 0.6, 0.5, 300, 210, 300, 280);
    return new SearchOutcome(PrmRecipe.TRUTH, seed, 10, List.of(easy, hard));
  }

  @Test
  void differencesAreTakenWorldByWorld() {
    String text =
        SearchTables.overWorlds(List.of(world(1, 0.6), world(2, 0.8), world(3, 0.75))).toString();
    List<String> lines = text.lines().toList();
    assertTrue(line(lines, "greedy").contains("80.0 [80.0, 80.0]"), text);
    assertTrue(line(lines, "greedy").matches(".*10\\.0 \\[10\\.0, 10\\.0]  better *"), text);
    assertTrue(line(lines, "beam").endsWith("undecided"), text);
    assertTrue(line(lines, "majority").endsWith("worse"), text);
    assertEquals("150", line(lines, "beam").replaceAll("beam, 2 x 4 +(\\d+) .*", "$1"));
  }

  private static String line(List<String> lines, String name) {
    return lines.stream().filter(l -> l.startsWith(name)).findFirst().orElseThrow().strip();
  }
}
