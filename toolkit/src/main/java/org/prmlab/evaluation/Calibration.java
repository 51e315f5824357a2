package org.prmlab.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.prmlab.report.ComparedRow;
import org.prmlab.report.ResultTable;
import org.prmlab.report.Results;
import org.prmlab.report.Tabular;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.ClusterSums;
import org.prmlab.stats.Clusters;
import org.prmlab.stats.Estimate;
import org.prmlab.stats.PartSums;
import org.prmlab.stats.SumStatistic;

/**
 * Do steps scored 0.8 turn out right eight times in ten, and do right ones score higher?
 *
 * <p>Made from scores in [0, 1] and what each item turned out to be; items of one problem are drawn
 * together for the intervals.
 */
public final class Calibration {
  private final double[] scores;
  private final boolean[] right;
  private final Clusters clusters;
  private final int[] clusterInOrder; // of the items by rising score
  private final boolean[] rightInOrder;
  private final boolean[] isTied; // whether the next item in that order has the same score

  private Calibration(double[] scores, boolean[] right, Clusters clusters, int[] order) {
    this.scores = scores;
    this.right = right;
    this.clusters = clusters;
    this.clusterInOrder = IntStream.of(order).map(clusters::of).toArray();
    this.rightInOrder = new boolean[order.length];
    this.isTied = new boolean[order.length];
    for (int i = 0; i < order.length; i++) {
      rightInOrder[i] = right[order[i]];
      isTied[i] = i + 1 < order.length && scores[order[i]] == scores[order[i + 1]];
    }
  }

  /**
   * @param scores one an item, in [0, 1]
   * @param right whether the item turned out right, in the same order
   * @param clusters which items share a problem
   */
  public static Calibration of(List<Double> scores, List<Boolean> right, Clusters clusters) {
    boolean[] outcomes = new boolean[right.size()];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = right.get(i);
    }
    return of(scores.stream().mapToDouble(Double::doubleValue).toArray(), outcomes, clusters);
  }

  private static Calibration of(double[] scores, boolean[] right, Clusters clusters) {
    if (scores.length == 0 || scores.length != right.length || scores.length != clusters.rows()) {
      throw new IllegalArgumentException(
          "%d scores, %d outcomes, %d clustered rows; as many of each expected, at least one"
              .formatted(scores.length, right.length, clusters.rows()));
    }
    for (double score : scores) {
      if (!(score >= 0 && score <= 1)) {
        throw new IllegalArgumentException(
            "score " + score + ", outside [0, 1]; apply the sigmoid or softmax first");
      }
    }
    return new Calibration(scores, right, clusters, byRisingScore(scores));
  }

  /** Indices by rising score; those with the same score in their order. */
  private static int[] byRisingScore(double[] scores) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    int[] next = new int[scores.length]; // by the first place of a score, how many are placed
    int[] order = new int[scores.length];
    for (int i = 0; i < scores.length; i++) {
      int place = first(sorted, scores[i]);
      order[place + next[place]++] = i;
    }
    return order;
  }

  private static int first(double[] sorted, double score) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < score) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * The steps whose truth is known: those before a solution's first error are right, the first
   * error is wrong, and steps after it are left out. Items of one problem are one cluster.
   */
  public static Calibration ofSteps(List<ScoredSolution> solutions) {
    return ofSteps(ScoredColumns.of(solutions));
  }

  /** {@link #ofSteps(List)} of solutions in columns. */
  public static Calibration ofSteps(ScoredColumns rows) {
    int[] known = new int[rows.size()]; // steps
    Arrays.setAll(known, row -> knownSteps(rows.truths(), row));
    double[] scores = new double[IntStream.of(known).sum()];
    boolean[] right = new boolean[scores.length];
    int[] problems = new int[scores.length];
    int item = 0;
    for (int row = 0; row < known.length; row++) {
      for (int step = 0; step < known[row]; step++) {
        scores[item] = rows.score(row, step);
        right[item] = step != rows.truths().verdict(row);
        problems[item++] = rows.truths().problem(row);
      }
    }
    return of(scores, right, Clusters.ofNumbers(problems));
  }

  private static int knownSteps(TruthColumns truths, int row) {
    return truths.hasError(row) ? truths.verdict(row) + 1 : truths.steps(row);
  }

  /** How many items there are. */
  public int items() {
    return scores.length;
  }

  /**
   * The reliability curve: one point for each of {@code bins} ranges of equal width that holds
   * items. A range includes its upper end; the first also includes 0.
   */
  public List<ReliabilityBin> reliability(int bins, Bootstrap bootstrap) {
    ClusterSums sums = new ClusterSums(bins, 2);
    double[] total = new double[bins];
    int[] items = new int[bins];
    for (int i = 0; i < scores.length; i++) {
      int bin = binOf(i, bins);
      sums.part(bin).add(clusters.of(i), 0, right[i] ? 1 : 0);
      sums.part(bin).add(clusters.of(i), 1, 1);
      total[bin] += scores[i];
      items[bin]++;
    }
    List<List<Optional<Estimate>>> rates =
        bootstrap.intervals(clusters, sums, List.of(SumStatistic.share(0, 1)));
    List<ReliabilityBin> curve = new ArrayList<>();
    for (int bin = 0; bin < bins; bin++) {
      if (items[bin] > 0) {
        Estimate rate = rates.get(bin).get(0).orElseThrow();
        curve.add(new ReliabilityBin(total[bin] / items[bin], rate, items[bin]));
      }
    }
    return curve;
  }

  /**
   * What is reported of scores and outcomes.
   *
   * @param items how many there are
   * @param expectedError see {@link Calibration#expectedError}
   * @param auroc see {@link Calibration#auroc}
   * @param bins the reliability curve
   */
  public record Measures(
      int items, Estimate expectedError, Optional<Estimate> auroc, List<ReliabilityBin> bins)
      implements Tabular {
    /** The reliability curve, a row a range of scores. */
    @Override
    public ResultTable table() {
      ResultTable table = ResultTable.of(ReliabilityBin.COLUMNS);
      for (ReliabilityBin bin : bins) {
        table = table.row(bin.cells().toArray());
      }
      return table.withIntervalCaption();
    }

    /** The curve and, under it, the expected error and the area under the ROC curve. */
    @Override
    public String toString() {
      return "%s%n%n%s".formatted(table(), summary());
    }

    /** Two lines: the expected error and the area under the ROC curve. */
    public String summary() {
      return "expected calibration error: %s%narea under the ROC curve: %s"
          .formatted(expectedError.percent(), auroc.map(Estimate::percent).orElse("-"));
    }
  }

  /** All measures, the curve in this many ranges. */
  public Measures measure(int bins, Bootstrap bootstrap) {
    return new Measures(
        items(), expectedError(bins, bootstrap), auroc(bootstrap), reliability(bins, bootstrap));
  }

  /**
   * Expected calibration error: the mean distance between score and rate over the bins, weighted by
   * their items; 0 is perfect. The interval is of the binned estimate, which noise makes too large.
   *
   * @see <a href="https://arxiv.org/abs/1706.04599">Guo et al. 2017, section 2</a>
   */
  public Estimate expectedError(int bins, Bootstrap bootstrap) {
    ClusterSums sums = new ClusterSums(1, bins + 1);
    addGaps(bins, 0, sums.part(0));
    SumStatistic error =
        new SumStatistic(n -> expectedError(n, 0, bins), problems -> Optional.empty());
    return bootstrap.intervals(clusters, sums, List.of(error)).get(0).get(0).orElseThrow();
  }

  /**
   * Area under the ROC curve: the chance that a right item scores above a wrong one, ties half.
   *
   * @return empty unless there are right and wrong items
   */
  public Optional<Estimate> auroc(Bootstrap bootstrap) {
    return bootstrap.intervalOfDrawn(clusters, this::auroc);
  }

  /**
   * Two scorings of the same items: the expected errors, of which the smaller is better, the areas
   * under the ROC curve, of which the larger is, and the differences, this minus the other, from
   * the same draws of problems.
   *
   * @param bins of the expected error
   * @throws IllegalArgumentException if the other is of other items
   */
  public Results<ComparedRow> compare(Calibration other, int bins, Bootstrap bootstrap) {
    return new CalibrationPair(this, other).compare(bins, bootstrap);
  }

  /** The same with ten bins and the default bootstrap. */
  public Results<ComparedRow> compare(Calibration other) {
    return compare(other, 10, Bootstrap.withDefaults());
  }

  Clusters clusters() {
    return clusters;
  }

  boolean isOfSameItems(Calibration other) {
    return Arrays.equals(right, other.right)
        && IntStream.range(0, items()).allMatch(i -> clusters.of(i) == other.clusters.of(i));
  }

  /** Adds score less outcome by problem and bin, and the items in the column behind the bins. */
  void addGaps(int bins, int from, PartSums sums) {
    for (int i = 0; i < scores.length; i++) {
      sums.add(clusters.of(i), from + binOf(i, bins), scores[i] - (right[i] ? 1 : 0));
      sums.add(clusters.of(i), from + bins, 1);
    }
  }

  /** The expected error of such sums. */
  static double expectedError(double[] sums, int from, int bins) {
    return Arrays.stream(sums, from, from + bins).map(Math::abs).sum() / sums[from + bins];
  }

  private int binOf(int item, int bins) {
    return Math.max(0, (int) Math.ceil(scores[item] * bins) - 1);
  }

  /**
   * @param drawn how often each cluster counts
   */
  double auroc(int[] drawn) {
    double wrongBelow = 0;
    double rightTotal = 0;
    double pairs = 0; // (right, wrong) with the right one above, ties half
    double tiedRight = 0;
    double tiedWrong = 0;
    for (int i = 0; i < isTied.length; i++) {
      int weight = drawn[clusterInOrder[i]];
      if (rightInOrder[i]) {
        tiedRight += weight;
      } else {
        tiedWrong += weight;
      }
      if (!isTied[i]) {
        pairs += tiedRight * (wrongBelow + tiedWrong / 2);
        rightTotal += tiedRight;
        wrongBelow += tiedWrong;
        tiedRight = 0;
        tiedWrong = 0;
      }
    }
    return pairs / (rightTotal * wrongBelow);
  }
}
