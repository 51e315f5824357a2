package org.prmlab.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

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
    assertEquals(
        "0 solutions, 3 runs; expected at least one of each",
        assertThrows(IllegalArgumentException.class, () -> new AnalysisBench.Size(0, 3))
            .getMessage());
  }
}
