package org.prmlab.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knowm.xchart.XYChart;
import org.prmlab.data.Problem;
import org.prmlab.plot.SearchCostFigure.Spent;
import org.prmlab.search.SearchCost;
import org.prmlab.search.SearchNode;
import org.prmlab.search.SearchNode.Fate;
import org.prmlab.search.SearchResult;
import org.prmlab.stats.Estimate;
import org.prmlab.training.TrainingProgress;

class SearchFiguresTest {
  static Stream<Supplier<Figure>> figures() {
    return Stream.of(SearchFiguresTest::tree, SearchFiguresTest::cost, SearchFiguresTest::loss);
  }

  @ParameterizedTest
  @MethodSource("figures")
  void everyFigureIsDrawnTheSameEachTime(Supplier<Figure> make, @TempDir Path folder)
      throws Exception {
    Figure figure = make.get();
    assertArrayEquals(figure.png(), make.get().png());
    assertEquals(3, figure.save(folder).size());
    assertTrue(Files.size(folder.resolve(figure.name() + ".png")) > 4000);
    assertTrue(figure.caption().endsWith("."));
  }

  @Test
  void theTreeShowsTheScoreOfEachStepAndWhatBecameOfIt() {
    FigureData data = tree().data();
    assertEquals(
        List.of("0.0 one", "0.1 two", "0.1.0 three", "0.1.1 four", "0.1.2 five"), data.x());
    assertEquals(List.of(0.2, 0.9, 0.5, 0.6, 0.1), data.series().get(0).values());
    assertEquals(List.of(0.0, 1.0, 0.0, 1.0, 0.0), data.series().get(1).values());
    assertEquals(
        "5 different candidates over 2 steps, of which 2 were kept; beside each step its score.",
        tree().caption());
    assertEquals("count", tree().subtitle());
  }

  @Test
  void aTreeWithoutCandidatesIsRefused() {
    SearchResult empty = result(List.of());
    Exception e = assertThrows(IllegalArgumentException.class, () -> SearchTreeFigure.of(empty));
    assertEquals("the search of problem 'p-1' has no candidates to draw", e.getMessage());
  }

  @Test
  void costsKeepTheTokensOfEachWay() {
    assertEquals(
        List.of("greedy", "tokens of greedy", "beam", "tokens of beam"),
        cost().data().series().stream().map(PlotSeries::name).toList());
    assertEquals(List.of(90.0, 180.0), cost().data().series().get(3).values());
  }

  @Test
  void aLongTrainingIsThinnedToWhatAChartShows() {
    assertEquals(250, loss().data().x().size());
    assertEquals("Training loss over 500 steps, from 1.00 to 0.00.", loss().caption());
  }

  @Test
  void longCurvesAreLabeledAtRoundNumbers() {
    ChartPanel panel = (ChartPanel) loss().panels().get(0);
    XYChart chart = (XYChart) panel.chart(new Dimension(600, 300));
    List<Double> labeled = new ArrayList<>();
    chart.setCustomXAxisTickLabelsFormatter(
        x -> {
          if (!labeled.isEmpty() && x <= labeled.get(labeled.size() - 1)) {
            labeled.clear(); // the library tries again with fewer
          }
          labeled.add(x);
          return String.valueOf(x);
        });
    chart.paint(new BufferedImage(600, 300, BufferedImage.TYPE_INT_RGB).createGraphics(), 600, 300);
    assertTrue(labeled.size() >= 4);
    labeled.forEach(x -> assertEquals(0, Math.abs(x % 10), labeled + " are not round"));
  }

  private static Figure tree() {
    return SearchTreeFigure.of(
        result(
            List.of(
                new SearchNode("0.0", "one", 0.2, 0.2, Fate.DROPPED),
                new SearchNode("0.1", "two", 0.9, 0.9, Fate.KEPT),
                new SearchNode("0.1.0", "three", 0.5, 0.45, Fate.DROPPED),
                new SearchNode("0.1.1", "four", 0.6, 0.54, Fate.KEPT),
                new SearchNode("0.1.2", "five", 0.1, 0.09, Fate.DROPPED))));
  }

  private static SearchResult result(List<SearchNode> nodes) {
    return new SearchResult(Problem.of("p-1", "count"), List.of(), new SearchCost(0, 0, 0), nodes);
  }

  private static Figure cost() {
    Map<String, List<Spent>> ways = new LinkedHashMap<>();
    ways.put("greedy", List.of(spent(100, 0.5), spent(200, 0.6)));
    ways.put("beam", List.of(spent(90, 0.55), spent(180, 0.7)));
    return SearchCostFigure.of(ways);
  }

  private static Spent spent(double tokens, double accuracy) {
    return new Spent(tokens, new Estimate(accuracy, accuracy - 0.1, accuracy + 0.1, 0.95));
  }

  private static Figure loss() {
    return TrainingLossFigure.of(
        IntStream.range(0, 500)
            .mapToObj(
                i -> new TrainingProgress.State(i + 1, 500, 1 - i / 499.0, 0, i + 1, Duration.ZERO))
            .toList());
  }
}
