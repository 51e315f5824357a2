package org.prmlab.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.prmlab.report.ResultColumn;
import org.prmlab.report.TableRow;
import org.prmlab.stats.ClusterShare;
import org.prmlab.stats.Estimate;
import org.prmlab.stats.ShareFunction;
import org.prmlab.stats.SumStatistic;

/**
 * Agreement of two sources on steps.
 *
 * @param confusion rows: the first source's class, columns: the second's; steps both labeled
 * @param agreementIfDefined share of steps with the same class; absent without steps
 * @param kappaIfDefined Cohen's kappa; absent where undefined: without steps, or with one class
 *     only
 * @param alphaIfDefined Krippendorff's alpha; absent where undefined
 */
public record StepAgreement(
    Confusion confusion,
    Optional<Estimate> agreementIfDefined,
    Optional<Estimate> kappaIfDefined,
    Optional<Estimate> alphaIfDefined)
    implements TableRow {
  private static final List<ResultColumn> LISTED =
      List.of(
          ResultColumn.count("steps", "items"),
          ResultColumn.percent("same class (%)", "agreement"),
          ResultColumn.coefficient("Cohen's kappa", "kappa"),
          ResultColumn.coefficient("alpha", "alpha"));

  /**
   * Share of steps with the same class, in [0, 1].
   *
   * @throws IllegalStateException if it is undefined
   */
  public Estimate agreement() {
    return agreementIfDefined.orElseThrow(
        () ->
            new IllegalStateException(
                "agreement is undefined: no step has labels of both sources"));
  }

  /**
   * Cohen's kappa.
   *
   * @throws IllegalStateException if it is undefined
   */
  public Estimate kappa() {
    return kappaIfDefined.orElseThrow(
        () -> new IllegalStateException("kappa is undefined: " + missing()));
  }

  /**
   * Krippendorff's alpha.
   *
   * @throws IllegalStateException if it is undefined
   */
  public Estimate alpha() {
    return alphaIfDefined.orElseThrow(
        () -> new IllegalStateException("alpha is undefined: " + missing()));
  }

  private String missing() {
    return confusion.total() == 0
        ? "no step has labels of both sources"
        : "both sources name one class only";
  }

  @Override
  public List<ResultColumn> columns() {
    return LISTED;
  }

  @Override
  public List<@Nullable Object> cells() {
    return List.of(confusion.total(), agreementIfDefined, kappaIfDefined, alphaIfDefined);
  }

  /** As a table of one row. */
  @Override
  public String toString() {
    return table().toString();
  }

  /** Sums of a part: both correct, only the first, only the second, neither. */
  public static final int COLUMNS = 4;

  public static final List<SumStatistic> STATISTICS =
      List.of(
          new SumStatistic(StepAgreement::agreement, StepAgreement::same),
          coefficient(CohenKappa::of),
          coefficient(KrippendorffAlpha::of));

  /** From the counts of a part and the estimates of {@link #STATISTICS}. */
  static StepAgreement of(double[] sums, List<Optional<Estimate>> estimates) {
    long[][] counts = {{(long) sums[0], (long) sums[1]}, {(long) sums[2], (long) sums[3]}};
    return new StepAgreement(
        Confusion.of(List.of("correct", "incorrect"), counts),
        estimates.get(0),
        estimates.get(1),
        estimates.get(2));
  }

  /** The column of a step; classes are 1 correct, 0 incorrect. */
  public static int column(int first, int second) {
    return 2 * (1 - first) + 1 - second;
  }

  private static double agreement(double[] n) {
    return (n[0] + n[3]) / (n[0] + n[1] + n[2] + n[3]);
  }

  private static Optional<ShareFunction> same(double[][] clusters) {
    double[] same = new double[clusters[0].length];
    double[] items = new double[same.length];
    for (int c = 0; c < same.length; c++) {
      same[c] = clusters[0][c] + clusters[3][c];
      items[c] = same[c] + clusters[1][c] + clusters[2][c];
    }
    return Optional.of(ShareFunction.of(ClusterShare.of(same, items)));
  }

  private static SumStatistic coefficient(ToDoubleFunction<double[][]> of) {
    return new SumStatistic(
        n -> of.applyAsDouble(new double[][] {{n[0], n[1]}, {n[2], n[3]}}),
        clusters ->
            ClassMatches.of(clusters[0], clusters[1], clusters[2], clusters[3]).function(of));
  }
}
