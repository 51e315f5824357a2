package org.prmlab.kernel.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoordinatesTest {
  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "g:a:1, g:a:jar:1",
    "g:a:pom:1, g:a:pom:1",
    "g:a:jar:linux:1, g:a:jar:linux:1",
    "g.h#a;1, g.h:a:jar:1"
  })
  void bothWaysOfNamingALibraryAreRead(String written, String meant) {
    assertEquals(meant, Coordinates.parse(written).toString());
  }

  @Test
  void anythingElseIsExplained() {
    var error = assertThrows(IllegalArgumentException.class, () -> Coordinates.parse("g:a"));
    assertEquals(
        "g:a names no library; expected group:artifact[:packaging[:classifier]]:version",
        error.getMessage());
  }
}
