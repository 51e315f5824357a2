package org.prmlab.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputHubTest {
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"a", "é", "中", "😀", "a😀", "中é"})
  void aCutCharacterWaitsForItsRest(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    int lastStart =
        text.substring(0, text.offsetByCodePoints(text.length(), -1)).getBytes(UTF_8).length;
    for (int length = lastStart + 1; length < bytes.length; length++) {
      assertEquals(lastStart, OutputHub.wholeCharacters(Arrays.copyOf(bytes, length)));
    }
    assertEquals(bytes.length, OutputHub.wholeCharacters(bytes));
  }

  @Test
  void bytesThatAreNoUtf8AreNotHeldBack() {
    for (byte[] bytes :
        new byte[][] {
          {},
          {(byte) 0x80},
          {'a', (byte) 0xFF},
          {(byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80}
        }) {
      assertEquals(bytes.length, OutputHub.wholeCharacters(bytes));
    }
  }
}
