package org.prmlab.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class KernelBenchTest {
  @Test
  void saysWhichTargetsAreHeld() throws IOException {
    String found =
        """
        {"kernel": "prmlab", "runs": 3, "load": 0.5, "quantities": {
          "first_cell_at_s": {"median": 1.25, "low": 1.1, "high": 2.5},
          "later_cell_s": {"median": 0.06, "low": 0.05, "high": 0.07},
          "idle_memory_mib": {"median": 186.0, "low": 180.0, "high": 190.0}}}
        """;
    assertEquals(
        """
        prmlab, 3 runs, medians [lowest, highest], load 0.5
        first_cell_at_s                     1.25 [1.10, 2.50]  at most 2: held
        later_cell_s                        0.06 [0.05, 0.07]
        idle_memory_mib               186.00 [180.00, 190.00]  at most 185: missed""",
        KernelBench.text(new ObjectMapper().readTree(found)).replace("\r\n", "\n"));
  }
}
