package org.prmlab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CheckTest {
  @Test
  void aClaimThatDoesNotHoldEndsTheCell() {
    assertEquals("holds: one is odd", Check.that("one is odd", () -> true));
    var error =
        assertThrows(IllegalStateException.class, () -> Check.that("two is odd", () -> false));
    assertEquals("does not hold any more: two is odd", error.getMessage());
  }

  @Test
  void equalNeighboursNeitherRiseNorFall() {
    assertTrue(Check.rising(List.of(1.0, 2.0, 3.0)));
    assertTrue(Check.falling(List.of(3.0, 2.0, 1.0)));
    assertFalse(Check.rising(List.of(1.0, 1.0)));
    assertFalse(Check.falling(List.of(1.0, 1.0)));
    assertFalse(Check.rising(List.of(1.0, 3.0, 2.0)));
  }
}
