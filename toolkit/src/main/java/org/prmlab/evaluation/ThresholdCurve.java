package org.prmlab.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.prmlab.stats.Means;

/**
 * F1 at every threshold that makes a difference.
 *
 * <p>As the threshold rises, a solution's first flagged step moves forward, so its prediction is
 * exact on one range of thresholds: from the score of the true first error up to the least score
 * before it; without an error, up to the least score of all. Sorting the ends of those ranges
 * sweeps all observed scores in one pass.
 *
 * @param points by rising threshold, each a score that was observed; the first is 0, where a step
 *     is right unless it scored 0
 */
public record ThresholdCurve(List<Point> points) {
  /**
   * The accuracies at one threshold.
   *
   * @param threshold a step is right iff its score is greater
   * @param errorAccuracy in [0, 1]
   * @param correctAccuracy in [0, 1]
   */
  public record Point(double threshold, double errorAccuracy, double correctAccuracy) {
    /** Harmonic mean of the two; 0 if both are 0. */
    public double f1() {
      return Means.harmonic(errorAccuracy, correctAccuracy);
    }
  }

  public ThresholdCurve {
    points = List.copyOf(points);
  }

  /**
   * The curve of these solutions.
   *
   * @throws IllegalArgumentException unless there are solutions of both kinds
   */
  public static ThresholdCurve of(List<ScoredSolution> rows) {
    return of(ScoredColumns.of(rows));
  }

  /** The curve of solutions in columns. */
  public static ThresholdCurve of(ScoredColumns rows) {
    List<Point> points = new ArrayList<>();
    ThresholdRanges.of(rows, row -> true).forEach(points::add);
    return new ThresholdCurve(points);
  }

  /** The point of the largest F1, the smallest threshold where several share it. */
  public Point best() {
    return points.stream().max(byF1ThenSmallest()).orElseThrow();
  }

  /**
   * {@link #best()} of the curve of some of these solutions, which is not kept.
   *
   * @param rows which of them count
   */
  static Point best(ScoredColumns scored, IntPredicate rows) {
    Point[] best = {new Point(0, 0, 0)};
    ThresholdRanges.of(scored, rows)
        .forEach(
            point -> {
              if (point.threshold() == 0 || point.f1() > best[0].f1()) {
                best[0] = point;
              }
            });
    return best[0];
  }

  /** The best point of these solutions, as {@link #best()} has it, without the curve. */
  public static Point best(ScoredColumns scored) {
    return best(scored, row -> true);
  }

  private static Comparator<Point> byF1ThenSmallest() {
    return Comparator.comparingDouble(Point::f1)
        .thenComparing(Comparator.comparingDouble(Point::threshold).reversed());
  }
}
