package org.prmlab.plot;

import java.util.List;
import java.util.function.Function;
import org.prmlab.evaluation.StepErrors;
import org.prmlab.report.Results;
import org.prmlab.stats.Estimate;

/** How well labels name first errors, as one of their settings changes. */
public final class AnnotationFigure {
  private AnnotationFigure() {}

  /**
   * Lines with 95 % intervals: first errors located, right solutions accepted, and F1.
   *
   * @param setting what changes, e.g. {@code rollouts of each step}
   * @param measured by value of the setting, all with errors and right solutions; at least one
   */
  public static Figure of(String setting, Results<StepErrors> measured) {
    FigureData data =
        FigureData.ofAxes(setting, "%", List.copyOf(measured.toMap().keySet()))
            .with(series("first error located", measured, StepErrors::errorAccuracy))
            .with(series("right solutions accepted", measured, StepErrors::correctAccuracy))
            .with(series("F1", measured, StepErrors::f1));
    StepErrors one = measured.toList().get(0);
    FigureText text =
        FigureText.of(
            "What labels say of first errors, by " + setting,
            "%,d solutions with an error, %,d without; 95 %% intervals over problems"
                .formatted(one.errors(), one.corrects()),
            "The share of first errors located, of right solutions accepted, and F1 of both.");
    return Figure.of("annotation", text, ChartPanel.lines(data, ValueAxis.RATE));
  }

  private static PlotSeries series(
      String name, Results<StepErrors> measured, Function<StepErrors, Estimate> measure) {
    return PlotSeries.ofRates(name, measured.toList().stream().map(measure).toList());
  }
}
