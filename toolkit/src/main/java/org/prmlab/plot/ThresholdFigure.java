package org.prmlab.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.prmlab.evaluation.ThresholdCurve;
import org.prmlab.evaluation.ThresholdCurve.Point;

/** ProcessBench's measures against the threshold. */
final class ThresholdFigure {
  /** More points than a chart of the house's width can show apart. */
  private static final int MOST_POINTS = 300;

  private ThresholdFigure() {}

  /** F1 and the two accuracies behind it; the caption names the best threshold. */
  public static Figure of(ThresholdCurve curve) {
    List<Point> points = thinned(curve.points());
    FigureData data =
        FigureData.ofAxes(
                "threshold", "%", points.stream().map(p -> String.valueOf(p.threshold())).toList())
            .with(series("F1", points, Point::f1))
            .with(series("first error located", points, Point::errorAccuracy))
            .with(series("right solutions accepted", points, Point::correctAccuracy));
    Point best = curve.best();
    FigureText text =
        FigureText.of(
            "F1 and its two parts, by threshold",
            "%,d thresholds, each a score that occurs; no intervals"
                .formatted(curve.points().size()),
            String.format(
                Locale.ROOT,
                "F1 is best, %.1f, at %.3f, which was chosen on these same solutions.",
                100 * best.f1(),
                best.threshold()));
    return Figure.of("threshold", text, ChartPanel.curves(data, ValueAxis.RATE));
  }

  private static PlotSeries series(
      String name, List<Point> points, ToDoubleFunction<Point> measure) {
    return PlotSeries.of(name, points.stream().map(p -> 100 * measure.applyAsDouble(p)).toList());
  }

  private static List<Point> thinned(List<Point> points) {
    int step = 1 + (points.size() - 1) / MOST_POINTS;
    List<Point> kept = new ArrayList<>();
    for (int i = 0; i < points.size(); i += step) {
      kept.add(points.get(i));
    }
    return kept;
  }
}
