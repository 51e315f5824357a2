package org.prmlab.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.Clusters;
import org.prmlab.stats.Estimate;

/**
 * Hard2Verify's measures: of the accuracies on right and on wrong things, the mean (balanced
 * accuracy) and the harmonic mean (balanced F1), both in [0, 1]. Problems are drawn again together,
 * those with right, with wrong and with both kinds of solutions separately.
 *
 * @param step over steps: is each called what it is
 * @param response over solutions: are all steps right
 * @param errorId over solutions: is the first wrong step found, or that there is none
 * @param unread steps whose label could not be read; each counts as no match
 * @see <a href="https://arxiv.org/abs/2510.13744">Hard2Verify, section 4</a>
 */
public record BalancedScore(Balanced step, Balanced response, Balanced errorId, int unread) {
  private static final int RIGHT = 0; // right things
  private static final int KEPT = 1; // of these, called so
  private static final int WRONG = 2; // wrong things
  private static final int FOUND = 3; // of these, called so

  /**
   * One level.
   *
   * @param accuracy mean of the two rates; absent unless there are right and wrong things
   * @param f1 their harmonic mean, 0 if both are 0; absent likewise
   * @param rightRate share of right things called so; absent if there are none
   * @param wrongRate share of wrong things called so; absent if there are none
   * @param right how many are right
   * @param wrong how many are wrong
   */
  public record Balanced(
      Optional<Estimate> accuracy,
      Optional<Estimate> f1,
      Optional<Estimate> rightRate,
      Optional<Estimate> wrongRate,
      int right,
      int wrong) {}

  /** The measures of these solutions. */
  public static BalancedScore of(List<CalledSteps> solutions, Bootstrap bootstrap) {
    Clusters clusters =
        Clusters.of(
            solutions.stream().map(CalledSteps::problem).toList(),
            solutions.stream().map(s -> s.isRight() ? "correct" : "error").toList());
    return new BalancedScore(
        level(solutions, BalancedScore::steps, clusters, bootstrap),
        level(solutions, BalancedScore::response, clusters, bootstrap),
        level(solutions, s -> counts(s.isRight(), s.isLocated()), clusters, bootstrap),
        (int)
            solutions.stream().flatMap(s -> s.called().stream()).filter(Optional::isEmpty).count());
  }

  private static int[] steps(CalledSteps solution) {
    int[] counts = new int[4];
    for (int i = 0; i < solution.right().size(); i++) {
      boolean right = solution.right().get(i);
      boolean match = solution.called().get(i).equals(Optional.of(right));
      counts[right ? RIGHT : WRONG]++;
      counts[right ? KEPT : FOUND] += match ? 1 : 0;
    }
    return counts;
  }

  private static int[] response(CalledSteps solution) {
    boolean right = solution.isRight();
    return counts(right, solution.isCalledRight().equals(Optional.of(right)));
  }

  private static int[] counts(boolean right, boolean match) {
    int[] counts = new int[4];
    counts[right ? RIGHT : WRONG] = 1;
    counts[right ? KEPT : FOUND] = match ? 1 : 0;
    return counts;
  }

  private static Balanced level(
      List<CalledSteps> solutions,
      Function<CalledSteps, int[]> counting,
      Clusters clusters,
      Bootstrap bootstrap) {
    int[][] counts = solutions.stream().map(counting).toArray(int[][]::new);
    int[] all = sums(counts, Bootstrap.ones(clusters));
    return new Balanced(
        bootstrap.intervalIfDefined(
            clusters, w -> (rate(counts, w, RIGHT) + rate(counts, w, WRONG)) / 2),
        bootstrap.intervalIfDefined(clusters, w -> harmonic(counts, w)),
        bootstrap.intervalIfDefined(clusters, w -> rate(counts, w, RIGHT)),
        bootstrap.intervalIfDefined(clusters, w -> rate(counts, w, WRONG)),
        all[RIGHT],
        all[WRONG]);
  }

  /** NaN if there are none. */
  private static double rate(int[][] counts, int[] weights, int kind) {
    int[] sums = sums(counts, weights);
    return (double) sums[kind + 1] / sums[kind];
  }

  private static double harmonic(int[][] counts, int[] weights) {
    double right = rate(counts, weights, RIGHT);
    double wrong = rate(counts, weights, WRONG);
    return right + wrong == 0 ? 0 : 2 * right * wrong / (right + wrong);
  }

  private static int[] sums(int[][] counts, int[] weights) {
    int[] sums = new int[4];
    for (int i = 0; i < counts.length; i++) {
      for (int c = 0; c < sums.length; c++) {
        sums[c] += weights[i] * counts[i][c];
      }
    }
    return sums;
  }
}
