package org.prmlab.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.prmlab.data.Solution;
import org.prmlab.report.ComparedRow;
import org.prmlab.report.ResultTable;
import org.prmlab.report.Results;
import org.prmlab.report.Tabular;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.Clusters;
import org.prmlab.stats.Estimate;
import org.prmlab.stats.McNemar;
import org.prmlab.stats.Means;
import org.prmlab.stats.PairedComparison;
import org.prmlab.stats.PairedDraws;
import org.prmlab.stats.PairedSums;
import org.prmlab.stats.PartSums;
import org.prmlab.stats.Resampling;
import org.prmlab.stats.SumStatistic;

/**
 * Two systems that look for first errors in the same solutions, the differences first minus second;
 * every interval is made from the same draws of problems.
 *
 * @param first the first system by itself
 * @param second the second
 * @param f1 difference of their F1; absent unless there are solutions with and without an error
 * @param errorAccuracy difference of their accuracies on solutions with an error; absent without
 *     any
 * @param correctAccuracy the same for solutions without one
 * @param exact McNemar's test of who is exactly right more often, over all solutions; it takes
 *     solutions of one problem for independent, as the differences above do not
 */
public record StepErrorsComparison(
    StepErrors first,
    StepErrors second,
    Optional<PairedComparison> f1,
    Optional<PairedComparison> errorAccuracy,
    Optional<PairedComparison> correctAccuracy,
    McNemar exact)
    implements Tabular {
  private static final int COLUMNS = 6; // exact by first, by second, all; with an error, without
  private static final SumStatistic F1 =
      new SumStatistic(
          n -> f1(n[0] / n[2], n[3] / n[5]) - f1(n[1] / n[2], n[4] / n[5]),
          problems -> Optional.empty());

  /**
   * Compares predictions.
   *
   * @param second of the same solutions in the same order
   * @throws IllegalArgumentException if they are not of the same solutions
   */
  public static StepErrorsComparison of(
      JudgedColumns first, JudgedColumns second, Bootstrap bootstrap) {
    first.requireSame(second);
    Resampling resampling = new Resampling(bootstrap, first.problems());
    StepErrorSums ofFirst = StepErrorSums.ask(first, 1, row -> 0, resampling);
    StepErrorSums ofSecond = StepErrorSums.ask(second, 1, row -> 0, resampling);
    PartSums both = new PartSums(COLUMNS);
    PairedSums errors = new PairedSums();
    PairedSums corrects = new PairedSums();
    for (int row = 0; row < first.size(); row++) {
      int problem = first.problems().of(row);
      int one = first.isExact(row) ? 1 : 0;
      int two = second.isExact(row) ? 1 : 0;
      int kind = first.hasError(row) ? 0 : 3;
      both.add(problem, kind, one);
      both.add(problem, kind + 1, two);
      both.add(problem, kind + 2, 1);
      (first.hasError(row) ? errors : corrects).add(problem, one, two);
    }
    PairedDraws draws = new PairedDraws();
    List<Optional<Estimate>> difference = resampling.ask(both, F1, draws);
    Supplier<Optional<PairedComparison>> onErrors = errors.ask(resampling);
    Supplier<Optional<PairedComparison>> onCorrects = corrects.ask(resampling);
    resampling.run();
    return new StepErrorsComparison(
        ofFirst.measures().get(0),
        ofSecond.measures().get(0),
        difference.get(0).map(gap -> new PairedComparison(gap, gap.isKnown() ? draws.pValue() : 1)),
        onErrors.get(),
        onCorrects.get(),
        McNemar.ofDiscordant(only(first, second), only(second, first)));
  }

  /**
   * The share of first errors located in some solutions beside the share in the others, which may
   * answer the same problems: problems are drawn again for both together.
   *
   * @param first whether a solution is one of those that stand first
   * @throws IllegalArgumentException if either has no solution with an error
   */
  public static ComparedRow locatedApart(
      Predicate<? super Solution> first, List<PredictedVerdict> all, Bootstrap bootstrap) {
    List<PredictedVerdict> rows = all.stream().filter(r -> r.truth().hasError()).toList();
    boolean[] isFirst = new boolean[rows.size()];
    for (int row = 0; row < isFirst.length; row++) {
      isFirst[row] = first.test(rows.get(row).solution());
    }
    Clusters problems = Clusters.by(rows.stream().map(r -> r.solution().problem().key()).toList());
    PairedComparison difference =
        PairedComparison.of(
            problems,
            weights -> {
              double[] sums = new double[4]; // of the first, of these located, of the others
              for (int row = 0; row < weights.length; row++) {
                int at = isFirst[row] ? 0 : 2;
                sums[at] += weights[row];
                sums[at + 1] += rows.get(row).isExact() ? weights[row] : 0;
              }
              return sums[1] / sums[0] - sums[3] / sums[2];
            },
            bootstrap);
    return new ComparedRow(
        located(rows.stream().filter(r -> first.test(r.solution())).toList(), bootstrap),
        located(rows.stream().filter(r -> !first.test(r.solution())).toList(), bootstrap),
        Optional.of(difference));
  }

  private static Optional<Estimate> located(List<PredictedVerdict> rows, Bootstrap bootstrap) {
    return StepErrors.of(rows, bootstrap).errorAccuracyIfDefined();
  }

  /** F1 and both accuracies of the first, of the second, and their differences. */
  @Override
  public ResultTable table() {
    return Results.<ComparedRow>of("first errors")
        .with("F1", balanced())
        .with("located", located())
        .with("accepted", accepted())
        .table();
  }

  /** F1 of both, and the difference. */
  public ComparedRow balanced() {
    return new ComparedRow(first.f1IfDefined(), second.f1IfDefined(), f1);
  }

  /** The shares of first errors located, and the difference. */
  public ComparedRow located() {
    return new ComparedRow(
        first.errorAccuracyIfDefined(), second.errorAccuracyIfDefined(), errorAccuracy);
  }

  /** The shares of solutions without an error accepted, and the difference. */
  public ComparedRow accepted() {
    return new ComparedRow(
        first.correctAccuracyIfDefined(), second.correctAccuracyIfDefined(), correctAccuracy);
  }

  /** The table and, under it, what McNemar's test says. */
  @Override
  public String toString() {
    return table() + "\n" + exact.text("solutions");
  }

  private static double f1(double errorAccuracy, double correctAccuracy) {
    return Means.harmonic(errorAccuracy, correctAccuracy);
  }

  private static int only(JudgedColumns right, JudgedColumns wrong) {
    return (int)
        IntStream.range(0, right.size())
            .filter(row -> right.isExact(row) && !wrong.isExact(row))
            .count();
  }
}
