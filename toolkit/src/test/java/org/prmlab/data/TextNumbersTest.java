package org.prmlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TextNumbersTest {
  @Test
  void textsAreNumberedAsTheyFirstCome() {
    TextNumbers numbers = new TextNumbers();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 10_000; i++) {
        assertEquals(i, numbers.add("q" + i + "-\u00e9"));
      }
    }
    assertEquals(10_000, numbers.size());
    assertEquals(OptionalInt.of(77), numbers.find("q77-\u00e9"));
    assertEquals(OptionalInt.empty(), numbers.find("q77"));
    assertEquals(OptionalInt.empty(), numbers.find(""));
  }
}
