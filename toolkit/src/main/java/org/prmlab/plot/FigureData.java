package org.prmlab.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything a figure shows, as numbers: what its JSON file holds.
 *
 * @param xTitle title of the x axis; may be empty where its labels speak for themselves
 * @param yTitle title of the y axis, with its unit
 * @param x labels of the places on the x axis, or its numbers as text
 * @param series one a colour, each with a value for each x
 * @param references horizontal lines to compare with
 */
public record FigureData(
    String xTitle,
    String yTitle,
    List<String> x,
    List<PlotSeries> series,
    List<Reference> references) {
  public FigureData {
    x = List.copyOf(x);
    series = List.copyOf(series);
    references = List.copyOf(references);
    for (PlotSeries s : series) {
      if (s.values().size() != x.size()) {
        throw new IllegalArgumentException(
            "series '%s' has %d values for %d places on the x axis"
                .formatted(s.name(), s.values().size(), x.size()));
      }
    }
  }

  /** A horizontal line, e.g. {@code pass@8} at 74.7. */
  public record Reference(String name, double value) {}

  /** Axes without data yet. */
  public static FigureData ofAxes(String xTitle, String yTitle, List<String> x) {
    return new FigureData(xTitle, yTitle, x, List.of(), List.of());
  }

  /** With one more series. */
  public FigureData with(PlotSeries more) {
    List<PlotSeries> all = new ArrayList<>(series);
    all.add(more);
    return new FigureData(xTitle, yTitle, x, all, references);
  }

  /** With one more horizontal line. */
  public FigureData withReference(String name, double value) {
    List<Reference> all = new ArrayList<>(references);
    all.add(new Reference(name, value));
    return new FigureData(xTitle, yTitle, x, series, all);
  }
}
