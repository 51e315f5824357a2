package org.prmlab.plot;

import org.prmlab.evaluation.Confusion;

/** What two sources say of the same items, as a heat map. */
public final class ConfusionFigure {
  private ConfusionFigure() {}

  /**
   * Rows: what the first says, from the top; columns: what the second says; cells: how often.
   *
   * @param first name of the first source
   * @param second name of the second source
   */
  public static Figure of(Confusion confusion, String first, String second) {
    FigureData data = FigureData.ofAxes(second, first, confusion.categories());
    for (int i = 0; i < confusion.categories().size(); i++) {
      data =
          data.with(
              PlotSeries.of(
                  confusion.categories().get(i),
                  confusion.counts().get(i).stream().map(Long::doubleValue).toList()));
    }
    FigureText text =
        FigureText.of(
            "What %s and %s say of the same items".formatted(first, second),
            "%,d items; counts, no intervals".formatted(confusion.total()),
            "Rows: %s; columns: %s. They agree on the diagonal. Shades go with the logarithm."
                .formatted(first, second));
    return Figure.of("confusion", text, new HeatMap(data));
  }
}
