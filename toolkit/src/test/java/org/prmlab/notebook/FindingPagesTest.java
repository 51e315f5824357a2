package org.prmlab.notebook;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.findings.Conclusion;
import org.prmlab.report.View;
import org.prmlab.tabletop.world.PrmRecipe;
import org.prmlab.tabletop.world.SyntheticWorlds;

class FindingPagesTest {
  private final FindingPages pages = FindingPages.of("../datasets/tabletop");

  /** Human is above MC by 5, 6 and 7 points, and chooses as well; nothing else differs. */
  @Test
  void claimsEndAsTheNumbersOfTheirWorldsSay(@TempDir Path folder) {
    SyntheticWorlds.write(
        folder,
        List.of(301, 302, 303),
        (recipe, run, world) -> recipe == PrmRecipe.HUMAN ? world - 246 : 50,
        (recipe, run, world) -> recipe == PrmRecipe.HUMAN ? 60 + world % 3 / 10.0 : 60);
    FindingPages made = FindingPages.of(folder.toString());
    assertTrue(made.are(Conclusion.HOLDS, "a1", "a4"));
    assertTrue(made.are(Conclusion.EQUIVALENT, "a2"));
    assertTrue(made.are(Conclusion.DOES_NOT_HOLD, "a5"));
    assertTrue(made.are(Conclusion.UNDECIDED, "c1", "j1"), "equal worlds decide nothing");
    assertTrue(made.toString().contains("equivalent: 1"), made.toString());
    assertTrue(made.table("a").text().contains("less than 2 from 0"), made.table("a").text());
    assertTrue(made.multiplicity().startsWith("33 claims"), made.multiplicity());
    assertTrue(made.facts().text().contains("5/12/27/43"), made.facts().text());
    assertTrue(made.facts().html().orElseThrow().contains("<td>1800</td>"));
    assertTrue(made.variance().text().contains("half-width"), made.variance().text());
    View pair = made.pair(5, "e");
    assertFalse(pair.text().contains("three worlds"), pair.text());
    assertTrue(made.pair(9, "i").text().contains("Best-of-8 by human"));
  }

  @Test
  void oneClaimThatEndedOtherwiseIsEnoughForNo() {
    String holds = withConclusion(Conclusion.HOLDS);
    String undecided = withConclusion(Conclusion.UNDECIDED);
    assertFalse(pages.are(Conclusion.HOLDS, holds, undecided));
    assertTrue(pages.are(Conclusion.HOLDS, holds, holds));
  }

  @Test
  void aClaimThatDoesNotExistIsNamed() {
    var error =
        assertThrows(IllegalArgumentException.class, () -> pages.are(Conclusion.HOLDS, "z9"));
    assertTrue(String.valueOf(error.getMessage()).startsWith("no claim 'z9'; there are [a1, a2,"));
  }

  private String withConclusion(Conclusion conclusion) {
    return pages.findings().stream()
        .filter(f -> f.conclusion() == conclusion)
        .findFirst()
        .orElseThrow()
        .id();
  }
}
