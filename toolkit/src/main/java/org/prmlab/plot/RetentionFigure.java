package org.prmlab.plot;

import java.util.List;
import java.util.Map;
import org.prmlab.evaluation.Retention;

/** What consensus filtering keeps, by threshold of the hard label. */
public final class RetentionFigure {
  private RetentionFigure() {}

  /**
   * A line with its 95 % intervals for each part of the data.
   *
   * @param parts by name, all over the same thresholds; at least one
   */
  public static Figure of(Map<String, List<Retention>> parts) {
    List<String> thresholds =
        parts.values().iterator().next().stream().map(r -> "" + r.threshold()).toList();
    FigureData data =
        FigureData.ofAxes("threshold of the rollout rate", "solutions kept (%)", thresholds);
    for (var part : parts.entrySet()) {
      data =
          data.with(
              PlotSeries.ofRates(
                  part.getKey(), part.getValue().stream().map(r -> r.kept()).toList()));
    }
    FigureText text =
        FigureText.of(
            "What consensus filtering keeps, by threshold of the hard label",
            "parts of the data: %s; 95 %% intervals over problems"
                .formatted(String.join(", ", parts.keySet())),
            "Kept are solutions on whose first error both sources agree.");
    return Figure.of("retention", text, ChartPanel.lines(data, ValueAxis.RATE));
  }
}
