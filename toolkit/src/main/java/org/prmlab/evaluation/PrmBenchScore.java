package org.prmlab.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prmlab.report.ResultColumn;
import org.prmlab.report.TableRow;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.ClusterSums;
import org.prmlab.stats.Clusters;
import org.prmlab.stats.Estimate;

/**
 * PRMBench: how well each step of a solution with planted errors is told valid or invalid. Counts
 * are pooled over the steps of all items; items of the same problem are drawn together.
 *
 * @param prmScore half of each F1; absent unless there are valid and invalid steps
 * @param validF1 F1 with valid as the positive class; absent without valid steps
 * @param invalidF1 F1 with invalid as the positive class; absent without invalid steps
 * @param firstErrorAccuracy share of items whose first invalid step was called invalid; absent
 *     without invalid steps
 * @param items number of items
 * @param counts how the steps were called
 * @see <a href="https://arxiv.org/abs/2501.03124">PRMBench, section 3.4</a>
 */
public record PrmBenchScore(
    Optional<Estimate> prmScore,
    Optional<Estimate> validF1,
    Optional<Estimate> invalidF1,
    Optional<Estimate> firstErrorAccuracy,
    int items,
    Counts counts)
    implements TableRow {
  private static final List<ResultColumn> COLUMNS =
      List.of(
          ResultColumn.count("items", "items"),
          ResultColumn.percent("PRMScore", "prm_score"),
          ResultColumn.percent("F1", "f1"),
          ResultColumn.percent("negative F1", "negative_f1"),
          ResultColumn.percent("first error", "first_error_accuracy"));

  @Override
  public List<ResultColumn> columns() {
    return COLUMNS;
  }

  @Override
  public List<@Nullable Object> cells() {
    return List.of(items, prmScore, validF1, invalidF1, firstErrorAccuracy);
  }

  /** As a table of one row. */
  @Override
  public String toString() {
    return table().toString();
  }

  /**
   * Steps by what they are and what they were called; valid is the positive class.
   *
   * @param truePositives valid, called valid
   * @param falsePositives invalid, called valid
   * @param trueNegatives invalid, called invalid
   * @param falseNegatives valid, called invalid
   */
  public record Counts(
      long truePositives, long falsePositives, long trueNegatives, long falseNegatives) {}

  /** The measures over all items. */
  public static PrmBenchScore of(List<PrmBenchItem> items, Bootstrap bootstrap) {
    return of(PrmBenchColumns.of(items), bootstrap);
  }

  /** The measures over all items of some columns. */
  public static PrmBenchScore of(PrmBenchColumns items, Bootstrap bootstrap) {
    Clusters clusters = items.clusters();
    ClusterSums sums = items.sums(clusters);
    List<Optional<Estimate>> measured =
        bootstrap.intervals(clusters, sums, ValidityCounts.MEASURES).get(0);
    return new PrmBenchScore(
        measured.get(0),
        measured.get(1),
        measured.get(2),
        measured.get(3),
        items.size(),
        ValidityCounts.total(sums.total(0)));
  }

  /** The measures of each class of errors, in order of first appearance. */
  public static Map<String, PrmBenchScore> byClass(List<PrmBenchItem> items, Bootstrap bootstrap) {
    return byClass(PrmBenchColumns.of(items), bootstrap);
  }

  /** The measures of each class of the items of some columns. */
  public static Map<String, PrmBenchScore> byClass(PrmBenchColumns items, Bootstrap bootstrap) {
    Map<String, PrmBenchScore> parts = new LinkedHashMap<>();
    for (int code = 0; code < items.classes().size(); code++) {
      parts.put(items.classes().get(code), of(items.ofClass(code), bootstrap));
    }
    return parts;
  }
}
