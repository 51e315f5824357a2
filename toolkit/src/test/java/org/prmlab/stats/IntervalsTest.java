package org.prmlab.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prmlab.evaluation.Reference;

class IntervalsTest {
  static Stream<JsonNode> proportions() {
    return Reference.records("proportions");
  }

  static Stream<JsonNode> mcnemar() {
    return Reference.records("mcnemar");
  }

  @ParameterizedTest
  @MethodSource("proportions")
  void intervalsOfProportionsAreThoseOfStatsmodelsAndScipy(JsonNode row) {
    Proportion rate = new Proportion(row.get("successes").asInt(), row.get("trials").asInt());
    assertBounds(row.get("wilson"), rate.wilson(0.95));
    assertBounds(row.get("clopper_pearson"), rate.clopperPearson(0.95));
    assertBounds(row.get("beta"), rate.beta(0.95));
  }

  @ParameterizedTest
  @MethodSource("mcnemar")
  void mcNemarsTestIsThatOfStatsmodels(JsonNode row) {
    int first = row.get("only_first").asInt();
    int second = row.get("only_second").asInt();
    McNemar test = McNemar.ofDiscordant(first, second);
    assertEquals(row.get("exact").asDouble(), test.exactP(), 1e-9);
    // statsmodels corrects past zero when the counts are equal; there is no difference then.
    double expected = first == second ? 1 : row.get("chi_squared").asDouble();
    assertEquals(expected, test.chiSquaredP(), 1e-9);
  }

  @Test
  void systemsThatNeverDifferHaveNoEvidenceOfADifference() {
    assertEquals(new McNemar(0, 0, 1, 1), McNemar.ofDiscordant(0, 0));
  }

  @Test
  void aProportionOfNothingIsRefused() {
    var error = assertThrows(IllegalArgumentException.class, () -> new Proportion(0, 0));
    assertEquals(
        "0 of 0; at least one trial and 0 <= successes <= trials needed", error.getMessage());
  }

  @Test
  void anIntervalThatIsNoNumberIsRefused() {
    var error =
        assertThrows(IllegalArgumentException.class, () -> new Estimate(Double.NaN, 0, 1, 0.95));
    assertEquals(
        "interval NaN [0.0, 1.0]; a finite value and ordered bounds expected; is a class empty?",
        error.getMessage());
    error = assertThrows(IllegalArgumentException.class, () -> new Estimate(0.5, 0, 1, 95));
    assertEquals("level 95.0; a number in (0, 1) expected", error.getMessage());
  }

  @Test
  void intervalsReadAsTablesPrintThem() {
    Estimate interval = new Estimate(0.6123, 0.5891, 0.6342, 0.95);
    assertEquals("61.2 [58.9, 63.4]", interval.percent());
    assertEquals("0.612 [0.589, 0.634]", interval.toString());
    assertEquals("7 of 193 (3.6 %)", new Proportion(7, 193).toString());
  }

  private static void assertBounds(JsonNode expected, Estimate actual) {
    assertEquals(expected.get(0).asDouble(0), actual.low(), 1e-9);
    assertEquals(expected.get(1).asDouble(1), actual.high(), 1e-9);
  }
}
