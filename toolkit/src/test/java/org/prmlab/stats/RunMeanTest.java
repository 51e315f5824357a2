package org.prmlab.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunMeanTest {
  /** Student's quantile at two degrees of freedom is 4.302653, as tables print it. */
  @Test
  void theIntervalIsStudents() {
    Estimate mean = RunMean.of(List.of(1.0, 2.0, 3.0));
    assertEquals(2, mean.value(), 1e-12);
    assertEquals(2 - 4.302653 / Math.sqrt(3), mean.low(), 1e-6);
    assertEquals(2 + 4.302653 / Math.sqrt(3), mean.high(), 1e-6);
  }

  @Test
  void runsThatAgreeDoNotTellHowFarOffTheyAre() {
    Estimate mean = RunMean.of(List.of(0.1, 0.1, 0.1));
    assertEquals(0.1, mean.value(), 1e-12);
    assertEquals("all 3 runs give the same number", mean.reason().orElseThrow());
  }

  @Test
  void oneRunIsAnError() {
    var error = assertThrows(IllegalArgumentException.class, () -> RunMean.of(List.of(1.0)));
    assertEquals("1 runs; at least two are needed for an interval over runs", error.getMessage());
  }
}
