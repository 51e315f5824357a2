package org.prmlab.kernel.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MagicArgumentsTest {
  private static final List<String> KNOWN = List.of("--from");

  @Test
  void keywordsTakeTheirValueFromTheNextArgumentOrAfterAnEqualsSign() {
    for (List<String> given : List.of(List.of("a", "--from", "x"), List.of("--from=x", "a"))) {
      MagicArguments parsed = MagicArguments.parse(given, KNOWN);
      assertEquals(Optional.of("x"), parsed.keyword("--from"));
      assertEquals(List.of("a"), parsed.positional());
    }
  }

  @Test
  void flagsMayBeRepeated() {
    assertTrue(MagicArguments.parse(List.of("-vvv"), KNOWN).isVerbose());
    assertTrue(MagicArguments.parse(List.of("-v", "-v"), KNOWN).isVerbose());
    assertTrue(MagicArguments.parse(List.of("--verbose"), KNOWN).isVerbose());
  }

  @Test
  void aKeywordWithoutAValueIsAnError() {
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> MagicArguments.parse(List.of("--from"), KNOWN));
    assertEquals("--from needs a value", error.getMessage());
  }

  @Test
  void aWrongNumberOfArgumentsSaysHowToWriteTheMagic() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> MagicArguments.parse(List.of("a", "b"), KNOWN).single("write %load FILE"));
    assertEquals("expected one argument, found 2; write %load FILE", error.getMessage());
  }
}
