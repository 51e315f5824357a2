package org.prmlab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.prmlab.findings.Conclusion;
import org.prmlab.findings.Finding;

class FindingPagesTest {
  private final FindingPages pages = FindingPages.of("../datasets/tabletop");

  @Test
  void claimsEndAsTheirIntervalsSay() {
    for (Finding finding : pages.findings()) {
      var ours = finding.ours();
      assertEquals(ours.low() > 0, pages.are(Conclusion.HOLDS, finding.id()));
      assertEquals(ours.high() < 0, pages.are(Conclusion.DOES_NOT_HOLD, finding.id()));
    }
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
