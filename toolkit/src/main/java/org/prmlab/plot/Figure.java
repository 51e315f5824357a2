package org.prmlab.plot;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A picture of numbers: a title that says what they say, a subtitle with how many they are and what
 * its intervals are, one or more panels, a caption. All of that is drawn, so that it is read
 * wherever the picture is seen. Figures do not change: {@code with...} makes another.
 *
 * <p>Series of one's own are drawn in the same style:
 *
 * <pre>{@code
 * var data = FigureData.ofAxes("epochs", "F1 (%)", List.of("1", "2", "4"))
 *     .with(PlotSeries.of("judge", List.of(41.0, 48.5, 52.0)).withHalfWidths(List.of(3.0, 2.8, 2.9)))
 *     .with(PlotSeries.of("MC hard", List.of(38.0, 40.5, 41.0)));
 * Figure.of(Mark.LINES, data)
 *     .withTitle("Longer training helps the judge's labels")
 *     .withSubtitle("400 solutions; 95 % intervals over problems")
 *     .withAxis("F1 of step errors (%)", 0, 100)
 * }</pre>
 */
public final class Figure {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private final String name;
  private final FigureText text;
  private final List<Panel> panels;
  private final FigureSize size;

  private Figure(String name, FigureText text, List<Panel> panels, FigureSize size) {
    this.name = name;
    this.text = text;
    this.panels = List.copyOf(panels);
    this.size = size;
  }

  /** A figure of these panels, side by side. */
  static Figure of(String name, FigureText text, Panel... panels) {
    return new Figure(name, text, List.of(panels), FigureSize.withDefaults());
  }

  /**
   * Series of one's own in the house's style. Names that are known (a source of labels, a way to
   * choose, a measure) have the colour that they have in every figure.
   *
   * @param data at least one series
   */
  public static Figure of(Mark mark, FigureData data) {
    if (data.series().isEmpty()) {
      throw new IllegalArgumentException("no series to draw; add one with FigureData.with");
    }
    ChartPanel panel =
        switch (mark) {
          case LINES -> ChartPanel.lines(data, ValueAxis.FREE);
          case POINTS -> ChartPanel.points(data, ValueAxis.FREE);
          case BARS -> ChartPanel.bars(data, ValueAxis.FREE);
        };
    return of("figure", FigureText.of("", "", ""), panel);
  }

  /** Its file name without extension, e.g. {@code paper-figure-1}. */
  public String name() {
    return name;
  }

  /** What the numbers say, in a few words; may be empty. */
  public String title() {
    return text.title();
  }

  /** How many they are and what the intervals are; may be empty. */
  public String subtitle() {
    return text.subtitle();
  }

  /** One or two sentences beside title and subtitle; may be empty. */
  public String caption() {
    return text.caption();
  }

  /** The numbers of its first panel. */
  public FigureData data() {
    return panels.get(0).data();
  }

  /** The numbers of each panel, from the left. */
  public List<FigureData> panelData() {
    return panels.stream().map(Panel::data).toList();
  }

  List<Panel> panels() {
    return panels;
  }

  /** The caption with what the panels have to say about their drawing. */
  String fullCaption() {
    return Stream.concat(
            Stream.of(caption()), panels.stream().map(Panel::note).flatMap(Optional::stream))
        .filter(words -> !words.isEmpty())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /**
   * With this name for its files.
   *
   * @throws IllegalArgumentException if it is none: letters, digits, dots, hyphens, underscores
   */
  public Figure withName(String other) {
    if (!FILE_NAME.matcher(other).matches()) {
      throw new IllegalArgumentException(
          "name '%s'; letters, digits, dots, hyphens and underscores expected".formatted(other));
    }
    return new Figure(other, text, panels, size);
  }

  /** With this title; empty for none. */
  public Figure withTitle(String words) {
    return new Figure(name, FigureText.of(words, subtitle(), caption()), panels, size);
  }

  /** With this subtitle; empty for none. */
  public Figure withSubtitle(String words) {
    return new Figure(name, FigureText.of(title(), words, caption()), panels, size);
  }

  /** With this caption; empty for none. */
  public Figure withCaption(String words) {
    return new Figure(name, FigureText.of(title(), subtitle(), words), panels, size);
  }

  /**
   * With this size of the whole picture, text included.
   *
   * @param width in points, 200 to 4000; by default 640
   * @param height in points, 150 to 8000; by default what the panels and the text need
   */
  public Figure withSize(int width, int height) {
    return new Figure(name, text, panels, FigureSize.of(width, height));
  }

  /**
   * As wide as this, and as high as panels and text then need.
   *
   * @param width in points, 200 to 4000
   */
  public Figure withWidth(int width) {
    return new Figure(name, text, panels, FigureSize.ofWidth(width));
  }

  /**
   * With these colours in all panels.
   *
   * @param colours by the name of a series, written {@code #rrggbb}; others keep theirs
   * @throws IllegalArgumentException if there is no series of that name, or it is no colour
   */
  public Figure withColours(Map<String, String> colours) {
    Map<String, Color> own = new LinkedHashMap<>();
    TreeSet<String> names =
        panels.stream()
            .flatMap(p -> p.data().series().stream())
            .map(PlotSeries::name)
            .collect(Collectors.toCollection(TreeSet::new));
    colours.forEach(
        (series, colour) -> {
          if (!names.contains(series)) {
            throw new IllegalArgumentException(
                "no series '%s' to colour; there are %s".formatted(series, names));
          }
          if (!COLOUR.matcher(colour).matches()) {
            throw new IllegalArgumentException(
                "colour '%s' of '%s'; #rrggbb expected, e.g. #0072b2".formatted(colour, series));
          }
          own.put(series, Color.decode(colour));
        });
    return new Figure(name, text, panels.stream().map(p -> p.withColours(own)).toList(), size);
  }

  /**
   * With this axis of values in its first panel. What lies beyond it is cut at its end, and the
   * picture says so.
   *
   * @param label with the unit
   * @param low where it begins
   * @param high where it ends, above {@code low}
   */
  public Figure withAxis(String label, double low, double high) {
    List<Panel> changed = new java.util.ArrayList<>(panels);
    changed.set(0, panels.get(0).withAxis(label, low, high));
    return new Figure(name, text, changed, size);
  }

  /** The picture at twice the pixels of its nominal size, sharp on any screen. */
  public byte[] png() {
    return png(2);
  }

  /**
   * The picture as PNG.
   *
   * @param scale pixels for each point of the nominal size, which is 640 points wide unless {@link
   *     #withSize} says otherwise
   */
  public byte[] png(double scale) {
    return Pictures.png(new FigureSheet(this)::paint, size.of(this), scale);
  }

  /** The picture as scalable vector graphics. */
  public String svg() {
    return Pictures.svg(new FigureSheet(this)::paint, size.of(this));
  }

  /** The words and every number drawn: {@code data} is the first panel, {@code beside} the rest. */
  public String json() {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("name", name);
    content.put("title", title());
    content.put("subtitle", subtitle());
    content.put("caption", fullCaption());
    content.put("data", data());
    if (panels.size() > 1) {
      content.put("beside", panelData().subList(1, panels.size()));
    }
    try {
      return JSON.writeValueAsString(content) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes {@code name.png}, {@code name.svg} and {@code name.json}.
   *
   * @return the three files
   */
  public List<Path> save(Path folder) {
    try {
      Files.createDirectories(folder);
      return List.of(
          Files.write(folder.resolve(name + ".png"), png()),
          Files.writeString(folder.resolve(name + ".svg"), svg()),
          Files.writeString(folder.resolve(name + ".json"), json()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Title, subtitle and caption, a line each. */
  @Override
  public String toString() {
    String words =
        Stream.of(title(), subtitle(), fullCaption())
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n"));
    return words.isEmpty() ? name : words;
  }
}
