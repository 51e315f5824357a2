package org.prmlab.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.knowm.xchart.XYChart;
import org.prmlab.findings.Claim;
import org.prmlab.findings.Finding;
import org.prmlab.findings.FindingTable;
import org.prmlab.stats.Estimate;
import org.prmlab.tabletop.world.WorldResults;

/** Levels with their paired differences, axes of rates, and the claims as a forest plot. */
class PairedFiguresTest {
  private static final WorldResults WORLDS =
      WorldResults.read(Path.of("..", "datasets", "tabletop"));
  private static final List<Finding> FINDINGS = FindingTable.of(WORLDS).findings();

  private static final List<Figure> PRINTED = PaperFigures.asPrinted().all();
  private static final List<Figure> OURS = TabletopFigures.of(WORLDS).all();
  private static final Figure FOREST = ForestFigure.of(FINDINGS);

  static Stream<Figure> all() {
    return Stream.concat(PRINTED.stream(), OURS.stream());
  }

  private static Figure figure(int number) {
    return OURS.get(number - 1);
  }

  @ParameterizedTest
  @MethodSource("all")
  void noAxisOfARateGoesBeyondIt(Figure figure) {
    ChartPanel levels = (ChartPanel) figure.panels().get(0);
    double[] ends = levels.ends();
    assertTrue(0 <= ends[0] && ends[0] < ends[1] && ends[1] <= 100, figure.name());
    assertTrue(
        levels.data().series().stream()
            .flatMap(s -> s.values().stream())
            .allMatch(v -> ends[0] <= v && v <= ends[1]));
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyFigureSaysHowManyAndWhatItsIntervalsAre(Figure figure) {
    assertTrue(!figure.title().isEmpty() && !figure.title().endsWith("."), figure.title());
    assertTrue(figure.subtitle().matches(".*\\d+ (worlds|PRMs|benchmarks).*"), figure.subtitle());
    assertTrue(figure.subtitle().contains("interval"), figure.subtitle());
    assertTrue(figure.caption().endsWith("."));
  }

  /** The same numbers as the claims', which are paired by world too. */
  @ParameterizedTest(name = "figure {0}, series {1}, place {2} is claim {3}")
  @CsvSource({"2, 1, 2, c1", "2, 1, 1, j1", "3, 0, 1, d3", "4, 0, 1, d1"})
  void aDifferenceOfWorldsIsTheClaimsOwn(int figure, int series, int place, String id) {
    PlotSeries drawn = figure(figure).panelData().get(1).series().get(series);
    Estimate claim = finding(id).ours();
    assertEquals(claim.value(), drawn.values().get(place), 1e-9);
    assertEquals(claim.isKnown() ? claim.low() : Double.NaN, drawn.low().get(place), 1e-9);
    assertEquals(claim.isKnown() ? claim.high() : Double.NaN, drawn.high().get(place), 1e-9);
  }

  private static Finding finding(String id) {
    return FINDINGS.stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void printedDifferencesHaveNoIntervalsAndSaySo() {
    Figure figure = PRINTED.get(3);
    PlotSeries hardOverSoft = figure.panelData().get(1).series().get(0);
    assertEquals(17.2, hardOverSoft.values().get(1), 1e-9);
    assertTrue(hardOverSoft.low().isEmpty());
    assertTrue(figure.caption().contains("no pairs"));
  }

  @Test
  void aReferenceHasNoDifferenceFromItself() {
    PlotSeries f1 = PRINTED.get(1).panelData().get(1).series().get(1);
    assertTrue(f1.values().get(0).isNaN());
    assertEquals(6.4, f1.values().get(1), 1e-9);
  }

  @Test
  void rowsOfTheDifferencesAreThoseOfTheLevels() {
    for (Figure figure : List.of(PRINTED.get(1), figure(3), figure(4))) {
      List<FigureData> panels = figure.panelData();
      assertEquals(panels.get(0).x(), panels.get(1).x());
      ChartPanel differences = (ChartPanel) figure.panels().get(1);
      XYChart chart = (XYChart) differences.chart(new Dimension(250, 160));
      XYChart levels =
          (XYChart) ((ChartPanel) figure.panels().get(0)).chart(new Dimension(400, 160));
      assertEquals(levels.getStyler().getYAxisMin(), chart.getStyler().getYAxisMin());
      assertEquals(levels.getStyler().getYAxisMax(), chart.getStyler().getYAxisMax());
    }
  }

  @Test
  void figure5HasAnAxisAPanelAndBothSpanTheSame() {
    for (Figure figure : List.of(PRINTED.get(4), figure(5))) {
      assertEquals(2, figure.panels().size());
      double[] first = ((ChartPanel) figure.panels().get(0)).ends();
      double[] second = ((ChartPanel) figure.panels().get(1)).ends();
      assertEquals(first[1] - first[0], second[1] - second[0], 1e-9);
      assertTrue(first[0] >= 0 && first[1] <= 100 && second[0] >= 0 && second[1] <= 100);
    }
    assertFalse(figure(5).toString().endsWith("cut at its end."), "nothing reaches below 0 %");
  }

  @Test
  void claimsOfAnotherUnitHaveAnAxisOfTheirOwn() {
    Figure forest = FOREST;
    assertEquals(2, forest.panels().size());
    assertEquals("percentage points", forest.panelData().get(0).yTitle());
    assertEquals("kappa, not points", forest.panelData().get(1).yTitle());
    long kappas = FINDINGS.stream().filter(f -> f.posed().unit() == Claim.Unit.COEFFICIENT).count();
    assertEquals(kappas, forest.panelData().get(1).x().size());
  }

  @Test
  void theForestShowsEveryClaimWithItsWorldsAndItsWord() {
    Figure forest = FOREST;
    String svg = forest.svg();
    for (Finding f : FINDINGS) {
      assertTrue(svg.contains(">" + f.oursText() + "</text>"), f.id());
      assertTrue(svg.contains(">" + f.conclusion() + "</text>"), f.id());
      assertTrue(svg.contains(">" + f.id() + " "), f.id());
    }
    FigureData points = forest.panelData().get(0);
    assertEquals(2 + WORLDS.worlds().size(), points.series().size());
    int c1 = place(points.x(), "c1 ");
    assertEquals(finding("c1").ours().value(), points.series().get(0).values().get(c1));
    assertEquals(finding("c1").values().get(4), points.series().get(6).values().get(c1));
    assertTrue(forest.subtitle().startsWith("33 claims, 10 worlds; means with 95 % intervals"));
  }

  private static int place(List<String> names, String start) {
    return (int) names.stream().takeWhile(n -> !n.startsWith(start)).count();
  }

  @Test
  void theAxisOfTheForestHoldsAllNumbers() {
    for (Panel panel : FOREST.panels()) {
      double[] ends = ((ForestPanel) panel).ends();
      panel.data().series().stream()
          .flatMap(s -> s.values().stream())
          .filter(v -> !v.isNaN())
          .forEach(v -> assertTrue(ends[0] < v && v < ends[1]));
      assertTrue(ForestAxis.of(ends, 800).ticks().count() <= 9);
      assertTrue(ForestAxis.of(ends, 800).ticks().count() >= 3);
    }
  }

  @Test
  void anEmptyForestIsRefused() {
    var error = assertThrows(IllegalArgumentException.class, () -> ForestFigure.of(List.of()));
    assertEquals("no claim to draw; at least one finding expected", error.getMessage());
  }

  @Test
  void aHeatMapShadesMoreThanOneCell() {
    HeatMap map =
        new HeatMap(
            FigureData.ofAxes("b", "a", List.of("x", "y"))
                .with(PlotSeries.of("x", List.of(4000.0, 40.0)))
                .with(PlotSeries.of("y", List.of(5.0, 0.0))));
    assertEquals(1, map.shade(4000), 1e-9);
    assertTrue(map.shade(40) > 0.4 && map.shade(40) < 0.6);
    assertTrue(map.shade(5) > 0.2 && map.shade(1) > 0);
    assertEquals(0, map.shade(0));
  }
}
