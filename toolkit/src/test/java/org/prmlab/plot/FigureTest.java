package org.prmlab.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knowm.xchart.XYChart;
import org.prmlab.paper.Paper;

class FigureTest {
  private static final PaperFigures FIGURES = PaperFigures.asPrinted();

  static IntStream figures() {
    return IntStream.rangeClosed(1, 9);
  }

  @ParameterizedTest(name = "figure {0}")
  @MethodSource("figures")
  void aFigureIsSavedAsPictureDrawingAndNumbers(int number, @TempDir Path folder) throws Exception {
    Figure figure = FIGURES.figure(number);
    List<Path> files = figure.save(folder);
    BufferedImage image = ImageIO.read(files.get(0).toFile());
    assertEquals(1280, image.getWidth());
    assertEquals(2 * size(figure).height, image.getHeight());
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    var svg = factory.newDocumentBuilder().parse(files.get(1).toFile());
    assertEquals("svg", svg.getDocumentElement().getTagName());
    JsonNode json = new ObjectMapper().readTree(Files.readString(files.get(2)));
    assertEquals("paper-figure-" + number, json.get("name").asText());
    assertEquals(figure.title(), json.get("title").asText());
    assertEquals(figure.subtitle(), json.get("subtitle").asText());
    assertEquals(figure.caption(), json.get("caption").asText());
    assertEquals(figure.data().x().size(), json.get("data").get("x").size());
    assertEquals(figure.panelData().size() > 1, json.has("beside"));
  }

  private static Dimension size(Figure figure) {
    return FigureSize.withDefaults().of(figure);
  }

  @ParameterizedTest(name = "figure {0}")
  @MethodSource("figures")
  void thePrintedNumbersAreTheOnesDrawn(int number) {
    var printed = Paper.asPrinted().figure(number);
    FigureData data = FIGURES.figure(number).data();
    assertEquals(printed.rows().size(), data.x().size());
    List<String> columns =
        printed.columns().stream().skip(1).filter(c -> !c.equals("#samples")).toList();
    List<PlotSeries> drawn =
        number == 5
            ? FIGURES.figure(5).panelData().stream().map(d -> d.series().get(0)).toList()
            : data.series();
    for (int i = 0; i < drawn.size(); i++) {
      assertEquals(printed.values(columns.get(i)), drawn.get(i).values());
    }
  }

  @ParameterizedTest(name = "figure {0}")
  @MethodSource("figures")
  void theSameFigureIsTheSameBytes(int number) {
    Figure again = PaperFigures.asPrinted().figure(number);
    assertArrayEquals(FIGURES.figure(number).png(), again.png());
    assertEquals(FIGURES.figure(number).svg(), again.svg());
  }

  @Test
  void thereIsNoTenthFigure() {
    var error = assertThrows(IllegalArgumentException.class, () -> FIGURES.figure(10));
    assertEquals("figure 10; the paper has 1 to 9", error.getMessage());
  }

  @Test
  void aPictureOfFewColoursIsIndexedAndKeepsThem() throws Exception {
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(FIGURES.figure(6).png(1)));
    assertEquals(BufferedImage.TYPE_BYTE_INDEXED, read.getType());
    assertEquals(0xffffffff, read.getRGB(2, 2));
  }

  @Test
  void aBareChartIsAPictureToo() {
    XYChart chart = new XYChart(100, 80);
    chart.setTitle("bare");
    chart.addSeries("x", new double[] {1, 2}, new double[] {1, 2});
    var picture = Pictures.ofChart(chart, 1).orElseThrow();
    assertEquals("bare", picture.title());
    assertTrue(picture.png().length > 100);
    assertTrue(Pictures.ofChart("no chart", 1).isEmpty());
  }

  @Test
  void aSeriesNeedsAValueForEachPlace() {
    FigureData axes = FigureData.ofAxes("x", "y", List.of("a", "b"));
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> axes.with(PlotSeries.of("s", List.of(1.0))));
    assertEquals("series 's' has 1 values for 2 places on the x axis", error.getMessage());
  }

  @Test
  void anIntervalNeedsBothEnds() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new PlotSeries("s", List.of(1.0), List.of(0.5), List.of()));
    assertEquals(
        "series 's' has 1 values, 1 lower and 0 upper ends; one of each a value, or no ends",
        error.getMessage());
  }
}
