package org.prmlab.evaluation.bestofn;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.prmlab.report.ComparedRow;
import org.prmlab.report.ResultColumn;
import org.prmlab.report.TableRow;
import org.prmlab.stats.Clusters;
import org.prmlab.stats.Estimate;
import org.prmlab.stats.McNemar;
import org.prmlab.stats.PairedComparison;

/**
 * Two ways to choose among the same samples, the difference first minus second.
 *
 * @param k how many samples are chosen from
 * @param first accuracy of the first way, in [0, 1]
 * @param second of the second
 * @param difference of the two, paired by problem
 * @param mcNemar the test over problems; absent where accuracies at k are means over subsets
 */
public record BestOfNComparison(
    int k, Estimate first, Estimate second, PairedComparison difference, Optional<McNemar> mcNemar)
    implements TableRow {

  /**
   * Compares two sets of scores of the same samples.
   *
   * @param of the samples with the first scores, and how to measure
   * @param second the same samples with other scores
   * @param k from 1 to the size of the smallest group
   * @throws IllegalArgumentException if a problem has fewer than k samples
   */
  public static BestOfNComparison of(
      BestOfN of, CandidateColumns second, Selection selection, int k) {
    if (of.groups().size() != second.size()) {
      throw new IllegalArgumentException(
          "%d and %d problems; the same samples expected"
              .formatted(of.groups().size(), second.size()));
    }
    return of(of, of.values(of.groups(), selection, k), of.values(second, selection, k), k);
  }

  /**
   * Compares the chances of a right choice.
   *
   * @param of how they were measured
   * @param ofFirst by problem
   * @param ofSecond by problem, in the same order
   */
  static BestOfNComparison of(BestOfN of, double[] ofFirst, double[] ofSecond, int k) {
    Clusters clusters = of.groups().clusters();
    return new BestOfNComparison(
        k,
        of.bootstrap().share(clusters, ofFirst).orElseThrow(),
        of.bootstrap().share(clusters, ofSecond).orElseThrow(),
        PairedComparison.of(ofFirst, ofSecond, clusters, of.bootstrap()),
        of.estimator() == Estimator.FIRST_K
            ? Optional.of(McNemar.ofDiscordant(wins(ofFirst, ofSecond), wins(ofSecond, ofFirst)))
            : Optional.empty());
  }

  @Override
  public List<ResultColumn> columns() {
    return row().columns();
  }

  @Override
  public List<@Nullable Object> cells() {
    return row().cells();
  }

  private ComparedRow row() {
    return new ComparedRow(Optional.of(first), Optional.of(second), Optional.of(difference));
  }

  /** The table and, under it, what McNemar's test says. */
  @Override
  public String toString() {
    return "Best-of-%d\n%s%s"
        .formatted(k, table(), mcNemar.map(test -> "\n" + test.text("problems")).orElse(""));
  }

  private static int wins(double[] one, double[] other) {
    return (int) IntStream.range(0, one.length).filter(g -> one[g] > other[g]).count();
  }
}
