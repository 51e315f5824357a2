package org.prmlab.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.data.Aggregation;

class SearchSettingsTest {
  @ParameterizedTest
  @CsvSource({"0, 1, 1", "1, 0, 1", "1, 1, 0"})
  void aShapeHasAtLeastOneOfEach(int trees, int beams, int width) {
    var error =
        assertThrows(IllegalArgumentException.class, () -> new SearchShape(trees, beams, width));
    assertEquals(
        "%d trees, %d beams, %d candidates; at least 1 of each expected"
            .formatted(trees, beams, width),
        error.getMessage());
  }

  @Test
  void limitsAreChecked() {
    SearchSettings settings = SearchSettings.of(SearchShape.greedy(3), Aggregation.MIN);
    var error = assertThrows(IllegalArgumentException.class, () -> settings.withLookahead(-1));
    assertEquals("40 steps at most, lookahead -1; at least 1 and 0 expected", error.getMessage());
    var step = assertThrows(IllegalArgumentException.class, () -> new NextStep(" ", true, 1));
    assertEquals(
        "step ' ' of 1 tokens; some text and at least one token expected", step.getMessage());
  }
}
