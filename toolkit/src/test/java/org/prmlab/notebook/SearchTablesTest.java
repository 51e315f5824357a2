package org.prmlab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.prmlab.tabletop.world.PrmRecipe;
import org.prmlab.tabletop.world.SearchOutcome;
import org.prmlab.tabletop.world.SearchOutcome.TierSearch;

class SearchTablesTest {
  /** Greedy is 9 to 11 points above Best-of-8, the vote as far below it, beam above and below. */
  private static SearchOutcome world(int seed, double beam) {
    double shift = 0.01 * (seed - 2);
    TierSearch easy = new TierSearch(0.9 + shift, beam, 0.8, 0.8, 0.7 + shift, 100, 90, 100, 120);
    TierSearch hard = new TierSearch(0.7 + shift, beam, 0.6, 0.6, 0.5 + shift, 300, 210, 300, 280);
    return new SearchOutcome(PrmRecipe.CHECKER, seed, 10, List.of(easy, hard));
  }

  @Test
  void differencesAreTakenWorldByWorld() {
    String text =
        SearchTables.overWorlds(List.of(world(1, 0.6), world(2, 0.8), world(3, 0.75))).toString();
    List<String> lines = text.lines().toList();
    // Student's interval over three worlds one point apart: 4.303 / sqrt(3)
    assertTrue(line(lines, "greedy").contains("80.0 [77.5, 82.5]"), text);
    assertTrue(line(lines, "greedy").matches(".*10\\.0 \\[7\\.5, 12\\.5]  better *"), text);
    assertTrue(line(lines, "DVTS").endsWith("0.0 [too few]  undecided"), text); // all worlds alike
    assertTrue(line(lines, "beam").endsWith("undecided"), text);
    assertTrue(line(lines, "majority").endsWith("worse"), text);
    assertEquals("150", line(lines, "beam").replaceAll("beam, 2 x 4 +(\\d+) .*", "$1"));
  }

  private static String line(List<String> lines, String name) {
    return lines.stream().filter(l -> l.startsWith(name)).findFirst().orElseThrow().strip();
  }
}
