package org.prmlab.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prmlab.evaluation.Confusion;
import org.prmlab.evaluation.ReliabilityBin;
import org.prmlab.evaluation.StepAgreement;
import org.prmlab.evaluation.bestofn.AccuracyAtK;
import org.prmlab.evaluation.bestofn.BestOfNCurves;
import org.prmlab.plot.SelectionAgainstF1Figure.Rated;
import org.prmlab.report.Results;
import org.prmlab.stats.Estimate;

/** A point whose bounds are unknown is drawn without them. */
class UnknownBoundsTest {
  private static final Estimate KNOWN = new Estimate(0.5, 0.4, 0.6, 0.95);
  private static final Estimate UNKNOWN = Estimate.unknown(0.7, 0.95, "3 problems");

  static Stream<Supplier<Figure>> figures() {
    return Stream.of(
        () ->
            BestOfNFigure.of(
                BestOfNCurves.none().with("pass@k", List.of(point(1, KNOWN), point(2, UNKNOWN)))),
        () -> ReliabilityFigure.of("prm", List.of(bin(0.2, KNOWN), bin(0.7, UNKNOWN))),
        () ->
            KappaFigure.of(
                "tier", Map.of("a and b", Results.of("tier", Map.of("T1", step(UNKNOWN))))),
        () -> SelectionAgainstF1Figure.of(List.of(new Rated("prm", UNKNOWN, KNOWN))),
        () -> SelectionAgainstF1Figure.of(List.of(new Rated("prm", KNOWN, UNKNOWN))),
        () -> Figure.of(Mark.POINTS, data().withReference("half", 50)),
        () -> Figure.of(Mark.LINES, data().with(series("second"))),
        () -> Figure.of(Mark.BARS, data()));
  }

  @ParameterizedTest
  @MethodSource("figures")
  void everyKindOfChartIsDrawn(Supplier<Figure> make) {
    Figure figure = make.get();
    assertArrayEquals(figure.png(), make.get().png());
    figure.data().series().stream()
        .flatMap(s -> Stream.of(s.low(), s.high()).flatMap(List::stream))
        .forEach(end -> assertFalse(Double.isInfinite(end)));
  }

  @Test
  void theOthersKeepTheirs() {
    assertEquals(List.of(50.0, 70.0), series("a").values());
    assertEquals(List.of(40.0, Double.NaN), series("a").low());
  }

  private static FigureData data() {
    return FigureData.ofAxes("", "%", List.of("x", "y")).with(series("first"));
  }

  private static PlotSeries series(String name) {
    return PlotSeries.ofRates(name, List.of(KNOWN, UNKNOWN));
  }

  private static AccuracyAtK point(int k, Estimate accuracy) {
    return new AccuracyAtK(k, accuracy, 0);
  }

  private static ReliabilityBin bin(double score, Estimate rate) {
    return new ReliabilityBin(score, rate, 5);
  }

  private static StepAgreement step(Estimate kappa) {
    Confusion none = new Confusion(List.of("a"), List.of(List.of(1L)));
    return new StepAgreement(none, Optional.of(KNOWN), Optional.of(kappa), Optional.empty());
  }
}
