package org.prmlab.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Intervals of 95 % hold the truth in about 95 of 100 draws, at the edge too. */
class CoverageTest {
  private static final int REPETITIONS = 300;
  private static final Bootstrap BOOTSTRAP = Bootstrap.withDefaults().withResamples(200);

  /** Percentiles cover 92 % of ordinary shares of few problems; three standard errors below. */
  private static final double LEAST = 0.92 - 3 * Math.sqrt(0.92 * 0.08 / REPETITIONS);

  static Stream<Arguments> quantities() {
    Coverage.Design eight = new Coverage.Design(8, 1, 0);
    Coverage.Design sampled = new Coverage.Design(20, 4, 0.3);
    Coverage.Design many = new Coverage.Design(150, 1, 0);
    return Stream.of(
        quantity("share 0.5", eight, Coverage.share(eight, 0.5)),
        quantity("share 0.98", eight, Coverage.share(eight, 0.98)),
        quantity("share 0.9", sampled, Coverage.share(sampled, 0.9)),
        quantity("share 0.998", sampled, Coverage.share(sampled, 0.998)),
        quantity("share 0.5", many, Coverage.share(many, 0.5)),
        quantity("share 0.99", many, Coverage.share(many, 0.99)),
        quantity("F1", eight, Coverage.f1(eight, 0.02, 0.99)),
        quantity("F1", many, Coverage.f1(many, 0.4, 0.99)),
        quantity("difference", sampled, Coverage.difference(sampled, 0.01, 0.01)),
        quantity("difference", many, Coverage.difference(many, 0.05, 0)),
        quantity("kappa", sampled, Coverage.kappa(sampled, 0.1, 0.05, 0.999)),
        quantity("kappa", many, Coverage.kappa(many, 0.2, 0.7, 0.95)));
  }

  private static Arguments quantity(String name, Coverage.Design of, Coverage.Quantity quantity) {
    return Arguments.of(name, of, quantity);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("quantities")
  void theRuleCovers(String name, Coverage.Design design, Coverage.Quantity quantity) {
    Coverage.Result result = Coverage.of(quantity, REPETITIONS, BOOTSTRAP);
    assertTrue(result.covered() >= LEAST, result.toString());
    assertTrue(result.known() > 0.99, result.toString());
  }

  /** What the rule is for: 0.98^8 = 85 % of draws of eight have no width. */
  @Test
  void percentilesAloneDoNot() {
    Coverage.Design eight = new Coverage.Design(8, 1, 0);
    Coverage.Quantity alone = Coverage.percentiles(Coverage.share(eight, 0.98), eight, 0.98);
    assertEquals(0.15, Coverage.of(alone, REPETITIONS, BOOTSTRAP).covered(), 0.1);
  }

  /** An interval that is wide enough for anything would cover too. */
  @Test
  void theRuleDoesNotWidenWhatResamplesTell() {
    Coverage.Design many = new Coverage.Design(150, 1, 0);
    Coverage.Result result = Coverage.of(Coverage.share(many, 0.5), REPETITIONS, BOOTSTRAP);
    assertEquals(2 * 1.96 * 0.5 / Math.sqrt(150), result.width(), 0.01);
    assertTrue(result.covered() < 0.99, result.toString());
  }
}
