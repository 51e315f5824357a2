package org.prmlab.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoAxisLinesTest {
  @ParameterizedTest(name = "series around {0} and {1}")
  @CsvSource({"85, 30", "65.5, 40.2", "84, 37", "10, 99", "3, 8.6"})
  void bothAxesShareTheirGridAndHoldTheirSeries(double first, double second) {
    List<PlotSeries> series =
        List.of(
            PlotSeries.of("a", List.of(first, first + 1)),
            PlotSeries.of("b", List.of(second, second - 4)));
    long[] ends = TwoAxisLines.lowerEnds(series, 3);
    assertEquals(0, Math.floorMod(ends[1] - ends[0], 10));
    assertTrue(ends[0] <= first && ends[0] > first - 10, ends[0] + " for " + first);
    assertTrue(ends[1] <= second - 4 && ends[1] > second - 15, ends[1] + " for " + second);
  }

  @Test
  void anAxisThatFitsIsNotMoved() {
    List<PlotSeries> series =
        List.of(PlotSeries.of("a", List.of(70.0)), PlotSeries.of("b", List.of(20.0)));
    long[] ends = TwoAxisLines.lowerEnds(series, 5);
    assertEquals(65, ends[0]);
    assertEquals(15, ends[1]);
  }
}
