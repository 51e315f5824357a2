package org.prmlab.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.findings.FindingShift.WorldShift;
import org.prmlab.tabletop.world.PrmRecipe;
import org.prmlab.tabletop.world.SyntheticWorlds;

/** The second build has human lower by 2, 4 and 6 points in worlds 301 to 303. */
class FindingComparisonTest {
  @TempDir private Path folder;

  private Path build(String name, int moved, Integer... worlds) {
    Path root = folder.resolve(name);
    SyntheticWorlds.write(
        root,
        List.of(worlds),
        (recipe, run, world) -> {
          int number = world % 10;
          return recipe == PrmRecipe.HUMAN ? 55 + .1 * number - moved * number : 50;
        },
        (recipe, run, world) -> recipe == PrmRecipe.HUMAN ? 60 + world % 10 / 10.0 : 60);
    return root;
  }

  @Test
  void numbersMoveWorldByWorldAndVerdictsWithThem() {
    Path first = build("first", 0, 301, 302, 303, 304);
    Path second = build("second", 2, 301, 302, 303);
    FindingComparison comparison = FindingComparison.of(first, second);
    assertEquals(List.of(301, 302, 303), comparison.seeds());
    FindingShift a1 = comparison.claims().get(0);
    assertEquals(4, a1.meanMove(), 1e-9);
    assertEquals(6, a1.mostMove(), 1e-9);
    WorldShift third = a1.shifts().get(2);
    assertEquals(303, third.seed());
    assertEquals(5.3, third.first(), 1e-9);
    assertEquals(-6, third.by(), 1e-9);
    assertEquals(Conclusion.HOLDS, a1.first().conclusion());
    assertEquals(Conclusion.UNDECIDED, a1.second().conclusion());
    List<String> changed = comparison.changedVerdicts().stream().map(c -> c.first().id()).toList();
    assertTrue(changed.containsAll(List.of("a1", "a4")), changed.toString());
    String text = comparison.toString();
    assertTrue(text.contains("holds -> undecided"), text);
    assertTrue(text.contains("3 worlds in both"), text);
    assertTrue(text.contains("by 6.0 at most"), text);
    assertTrue(text.lines().allMatch(line -> line.length() <= 100), text);
  }

  @Test
  void theSameBuildMovesNothing() {
    Path root = build("one", 0, 301);
    FindingComparison comparison = FindingComparison.of(root, root);
    assertTrue(comparison.toString().endsWith("Verdicts: 33 of 33 the same."));
    assertEquals(0, comparison.claims().get(0).mostMove());
  }

  @Test
  void differentWorldsAreNotCompared() {
    Path first = build("first", 0, 301);
    Path second = build("second", 0, 302);
    var error =
        assertThrows(IllegalArgumentException.class, () -> FindingComparison.of(first, second));
    assertEquals(
        first
            + " has complete worlds of seeds [301], "
            + second
            + " of [302]; the same worlds are expected in both",
        error.getMessage());
  }
}
