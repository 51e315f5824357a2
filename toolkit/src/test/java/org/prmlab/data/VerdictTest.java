package org.prmlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictTest {
  @Test
  void anErrorHasAPlaceCountedFromZero() {
    assertEquals(2, Verdict.errorAt(2).earliestError().getAsInt());
    assertTrue(Verdict.errorAt(0).hasError());
    assertFalse(Verdict.allCorrect().hasError());
  }

  @Test
  void readsAsPeopleCount() {
    assertEquals("first error in step 1", Verdict.errorAt(0).toString());
    assertEquals("no error", Verdict.allCorrect().toString());
  }

  @Test
  void rejectsTheSentinelOfTheFiles() {
    var error = assertThrows(IllegalArgumentException.class, () -> Verdict.errorAt(-1));
    assertEquals(
        "first error at step -1; steps are counted from 0, and no error is Verdict.allCorrect()",
        error.getMessage());
  }

  @Test
  void aSolutionNeedsAStepAndAProblemAText() {
    Problem problem = new Problem("p", "1 + 1?", Optional.of("2"));
    var error =
        assertThrows(IllegalArgumentException.class, () -> Solution.of("s", problem, List.of()));
    assertEquals("solution 's' has no steps; at least one needed", error.getMessage());
    error = assertThrows(IllegalArgumentException.class, () -> Problem.of("", " "));
    assertEquals("problem without id has no text", error.getMessage());
  }
}
