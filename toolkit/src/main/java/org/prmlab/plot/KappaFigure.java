package org.prmlab.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.prmlab.evaluation.StepAgreement;
import org.prmlab.report.Results;
import org.prmlab.stats.Estimate;

/** Cohen's kappa of pairs of label sources, place by place. */
public final class KappaFigure {
  private KappaFigure() {}

  /**
   * A line with its 95 % intervals for each pair of sources.
   *
   * @param places what the places are, e.g. {@code tier}
   * @param pairs by name, each by place; all have the same places in the same order, at least one.
   *     A place where the kappa of any pair is undefined is left out
   */
  public static Figure of(String places, Map<String, Results<StepAgreement>> pairs) {
    List<String> defined = new ArrayList<>(pairs.values().iterator().next().toMap().keySet());
    pairs.values().forEach(pair -> defined.removeAll(undefined(pair.toMap())));
    FigureData data = FigureData.ofAxes(places, "Cohen's kappa", defined);
    for (var pair : pairs.entrySet()) {
      data =
          data.with(PlotSeries.ofNumbers(pair.getKey(), kappas(pair.getValue().toMap(), defined)));
    }
    var steps =
        pairs.values().iterator().next().toList().stream()
            .mapToLong(a -> a.confusion().total())
            .summaryStatistics();
    FigureText text =
        FigureText.of(
            "Agreement on steps beyond chance by " + places,
            "Cohen's kappa on %,d to %,d steps a place; 95 %% intervals over problems"
                .formatted(steps.getMin(), steps.getMax()),
            "0 is what chance gives, 1 is full agreement.");
    return Figure.of("kappa", text, ChartPanel.lines(data, ValueAxis.COEFFICIENT));
  }

  private static List<String> undefined(Map<String, StepAgreement> places) {
    return places.entrySet().stream()
        .filter(place -> place.getValue().kappaIfDefined().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<Estimate> kappas(Map<String, StepAgreement> places, List<String> defined) {
    return places.entrySet().stream()
        .filter(place -> defined.contains(place.getKey()))
        .map(place -> place.getValue().kappa())
        .toList();
  }
}
