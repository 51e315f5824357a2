package org.prmlab.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.knowm.xchart.XYChart;

/** Series of one's own, and what {@code with...} changes. */
class OwnFigureTest {
  private static final FigureData DATA =
      FigureData.ofAxes("epochs", "F1 (%)", List.of("1", "2", "4"))
          .with(
              PlotSeries.of("judge", List.of(41.0, 48.5, 52.0))
                  .withHalfWidths(List.of(3.0, 2.8, 2.9)))
          .with(PlotSeries.of("mine", List.of(38.0, 40.5, 41.0)));

  private static Figure figure() {
    return Figure.of(Mark.LINES, DATA)
        .withTitle("Longer training helps")
        .withSubtitle("400 solutions; 95 % intervals over problems")
        .withCaption("Made up.");
  }

  private static Color colour(Figure figure, String series) {
    var looks = ((ChartPanel) figure.panels().get(0)).looks();
    return Objects.requireNonNull(looks.get(series)).color();
  }

  @ParameterizedTest
  @EnumSource(Mark.class)
  void everyMarkIsDrawnFromTheSameSeries(Mark mark) {
    Figure figure = Figure.of(mark, DATA);
    assertEquals(DATA, figure.data());
    assertArrayEquals(figure.png(), Figure.of(mark, DATA).png());
    assertEquals(2, figure.panels().get(0).legend().size());
  }

  @Test
  void theWordsAreDrawnAndAreItsText() {
    String svg = figure().svg();
    for (String words : figure().toString().split("\n", -1)) {
      assertTrue(svg.contains(">" + words + "</text>"), words);
    }
    assertEquals(
        "Longer training helps\n400 solutions; 95 % intervals over problems\nMade up.",
        figure().toString());
    assertFalse(figure().withCaption("").svg().contains("Made up."));
  }

  @Test
  void longWordsAreBrokenAndMakeThePictureHigher() throws Exception {
    Figure longer = figure().withCaption("several words of a caption ".repeat(20));
    assertTrue(height(longer) > height(figure()) + 40);
    assertTrue(longer.svg().lines().noneMatch(line -> line.contains("</text>") && long200(line)));
  }

  private static boolean long200(String line) {
    return line.replaceAll("<[^>]*>", "").strip().length() > 120;
  }

  private static int height(Figure figure) throws Exception {
    return read(figure).getHeight();
  }

  private static BufferedImage read(Figure figure) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(figure.png(1)));
  }

  @Test
  void aFigureDoesNotChange() {
    Figure before = figure();
    byte[] png = before.png();
    before.withTitle("x").withSize(300, 200).withColours(Map.of("mine", "#ff0000"));
    before.withAxis("F1", 0, 100);
    assertArrayEquals(png, before.png());
    assertEquals("Longer training helps", before.title());
  }

  @Test
  void aChosenColourIsTheOneDrawn() {
    Figure red = figure().withColours(Map.of("mine", "#ff0000"));
    assertEquals(Color.RED, colour(red, "mine"));
    assertEquals(colour(figure(), "judge"), colour(red, "judge"));
    assertTrue(red.svg().contains("rgb(255,0,0)"));
  }

  @Test
  void aChosenAxisIsTheOneDrawnAndCutsIntervals() {
    Figure narrow = figure().withAxis("F1 of step errors (%)", 40, 50);
    ChartPanel panel = (ChartPanel) narrow.panels().get(0);
    assertArrayEquals(new double[] {40, 50}, panel.ends());
    XYChart chart = (XYChart) panel.chart(new Dimension(400, 300));
    assertEquals("F1 of step errors (%)", chart.getYAxisTitle());
    assertEquals(40, chart.getStyler().getYAxisMin());
    assertEquals(50, chart.getStyler().getYAxisMax());
    assertTrue(narrow.toString().endsWith("Intervals that go beyond the axis are cut at its end."));
  }

  @Test
  void theSizeIsThatOfTheWholePicture() throws Exception {
    BufferedImage image = read(figure().withSize(500, 420));
    assertEquals(500, image.getWidth());
    assertEquals(420, image.getHeight());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "colour red|colour 'red' of 'mine'; #rrggbb expected, e.g. #0072b2",
        "series her|no series 'her' to colour; there are [judge, mine]",
        "axis|axis from 5.0 to 5.0; the first is to be below the second",
        "size|size 10 x 10; a width of 200 to 4000 and a height of 150 to 8000 expected",
        "name|name 'a/b'; letters, digits, dots, hyphens and underscores expected",
        "empty|no series to draw; add one with FigureData.with",
      })
  void whatCannotBeDrawnIsRefused(String what, String message) {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> {
              switch (what) {
                case "colour red" -> figure().withColours(Map.of("mine", "red"));
                case "series her" -> figure().withColours(Map.of("her", "#ff0000"));
                case "axis" -> figure().withAxis("x", 5, 5);
                case "size" -> figure().withSize(10, 10);
                case "name" -> figure().withName("a/b");
                default -> Figure.of(Mark.BARS, FigureData.ofAxes("x", "y", List.of()));
              }
            });
    assertEquals(message, error.getMessage());
  }

  @Test
  void theSameThingHasTheSameColourWhereverItIsDrawn() {
    List<String> ids = List.of("pass@k", "maj@k", "truth", "mc-hard");
    Map<String, Look> drawn = Look.of(ids, Map.of());
    assertEquals(drawn.get("mc-hard"), Look.of(List.of("MC hard", "x"), Map.of()).get("MC hard"));
    assertEquals(
        drawn.get("truth"), Look.of(List.of("x", "exact checker"), Map.of()).get("exact checker"));
    assertEquals(4, drawn.values().stream().map(Look::color).distinct().count());
  }

  @Test
  void seriesOfOneFigureNeverLookAlike() {
    List<String> names = IntStream.range(0, 8).mapToObj(i -> "series " + i).toList();
    assertEquals(8, Look.of(names, Map.of()).values().stream().distinct().count());
    List<String> twice = List.of("truth", "human", "judge", "other");
    assertEquals(4, Look.of(twice, Map.of()).values().stream().map(Look::color).distinct().count());
  }
}
