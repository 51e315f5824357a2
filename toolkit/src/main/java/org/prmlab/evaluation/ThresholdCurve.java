package org.prmlab.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.prmlab.prm.StepScores;

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
    long errors = rows.stream().filter(r -> r.truth().hasError()).count();
    long corrects = rows.size() - errors;
    if (errors == 0 || corrects == 0) {
      throw new IllegalArgumentException(
          "%d solutions with and %d without an error; a threshold is tuned on both kinds"
              .formatted(errors, corrects));
    }
    Map<Double, long[]> changes = new TreeMap<>(); // threshold -> {error, correct} exact from there
    changes.put(0.0, new long[] {0, corrects});
    rows.forEach(row -> addRange(changes, row));
    List<Point> points = new ArrayList<>(changes.size());
    long errorExact = 0;
    long correctExact = 0;
    for (var change : changes.entrySet()) {
      errorExact += change.getValue()[0];
      correctExact += change.getValue()[1];
      points.add(
          new Point(
              change.getKey(), (double) errorExact / errors, (double) correctExact / corrects));
    }
    return new ThresholdCurve(points);
  }

  /** The point of the largest F1, the smallest threshold where several share it. */
  public Point best() {
    return points.stream().max(byF1ThenSmallest()).orElseThrow();
  }

  private static Comparator<Point> byF1ThenSmallest() {
    return Comparator.comparingDouble(Point::f1)
        .thenComparing(Comparator.comparingDouble(Point::threshold).reversed());
  }

  private static void addRange(Map<Double, long[]> changes, ScoredSolution row) {
    StepScores scores = row.scores();
    if (row.truth().earliestError().isEmpty()) {
      change(changes, least(scores, scores.scored()))[1]--;
      return;
    }
    int error = row.truth().earliestError().getAsInt();
    double from = scores.value(error);
    double to = least(scores, error);
    if (from < to) {
      change(changes, from)[0]++;
      if (to < Double.POSITIVE_INFINITY) {
        change(changes, to)[0]--;
      }
    }
  }

  private static long[] change(Map<Double, long[]> changes, double threshold) {
    return changes.computeIfAbsent(threshold, t -> new long[2]);
  }

  /** The least of the first {@code count} scores; infinite if there are none. */
  private static double least(StepScores scores, int count) {
    return scores.values().limit(count).min().orElse(Double.POSITIVE_INFINITY);
  }
}
