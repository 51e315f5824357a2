package org.prmlab.labeling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.Binarization;
import org.prmlab.data.SolutionColumns;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.Agreement;
import org.prmlab.evaluation.LabelPair;
import org.prmlab.evaluation.PairColumns;
import org.prmlab.report.ResultColumn;
import org.prmlab.report.Results;
import org.prmlab.report.TableRow;

/**
 * Which of two sources names the true first error, on solutions where truth is known.
 *
 * @param known solutions with a reference verdict and two decided verdicts
 * @param bothRight of these, both sources
 * @param firstRight only the first
 * @param secondRight only the second
 * @param bothWrong neither
 */
public record SourceAccuracy(
    int known, int bothRight, int firstRight, int secondRight, int bothWrong) implements TableRow {
  private static final List<ResultColumn> COLUMNS =
      List.of(
          ResultColumn.count("solutions", "solutions"),
          ResultColumn.percent("both right", "both_right"),
          ResultColumn.percent("only first", "only_first"),
          ResultColumn.percent("only second", "only_second"),
          ResultColumn.percent("neither", "neither"));

  @Override
  public List<ResultColumn> columns() {
    return COLUMNS;
  }

  @Override
  public List<@Nullable Object> cells() {
    return List.of(
        known, share(bothRight), share(firstRight), share(secondRight), share(bothWrong));
  }

  /** As a table of one row. */
  @Override
  public String toString() {
    return table().toString();
  }

  /** Share of the known solutions whose first error the first source names, in [0, 1]. */
  public double firstShare() {
    return (double) (bothRight + firstRight) / Math.max(1, known);
  }

  /** The same of the second source. */
  public double secondShare() {
    return (double) (bothRight + secondRight) / Math.max(1, known);
  }

  private Optional<Double> share(int part) {
    return known == 0 ? Optional.empty() : Optional.of((double) part / known);
  }

  /**
   * Counts some solutions.
   *
   * @param truth reference verdicts by id of the solution
   */
  public static SourceAccuracy of(
      List<LabelPair> pairs, Map<String, Verdict> truth, Binarization rule) {
    int[] known = new int[pairs.size()];
    byte[] all = new byte[known.length];
    for (int i = 0; i < known.length; i++) {
      Verdict verdict = truth.get(pairs.get(i).solution().id());
      known[i] =
          verdict == null
              ? SolutionColumns.NONE
              : verdict.earliestError().orElse(SolutionColumns.NO_ERROR);
    }
    return of(PairColumns.of(pairs).classes(rule), known, all, 0);
  }

  /**
   * Counts each part of the solutions, such as tiers, in order of first appearance.
   *
   * @param part the part of a pair; its text is the name
   */
  public static Results<SourceAccuracy> by(
      Function<? super LabelPair, ?> part,
      List<LabelPair> pairs,
      Map<String, Verdict> truth,
      Binarization rule) {
    Map<String, SourceAccuracy> parts = new LinkedHashMap<>();
    Agreement.split(pair -> String.valueOf(part.apply(pair)), pairs)
        .forEach((name, some) -> parts.put(name, of(some, truth, rule)));
    return Results.of("part", parts).ofTotal(of(pairs, truth, rule));
  }

  /**
   * Counts some of the pairs.
   *
   * @param truth first errors by pair, as {@link SolutionColumns#verdict} gives them
   * @param agrees what a filter says of each pair
   * @param wanted which of these count: 1 for what is kept, 0 for what is dropped
   */
  public static SourceAccuracy of(
      PairColumns.Classes pairs, int[] truth, byte[] agrees, int wanted) {
    int[] counts = new int[4];
    for (int pair = 0; pair < truth.length; pair++) {
      if (agrees[pair] == wanted && truth[pair] != SolutionColumns.NONE && pairs.isDecided(pair)) {
        int a = truth[pair] == pairs.firstError(pair) ? 0 : 2;
        int b = truth[pair] == pairs.secondError(pair) ? 0 : 1;
        counts[a + b]++;
      }
    }
    int all = counts[0] + counts[1] + counts[2] + counts[3];
    return new SourceAccuracy(all, counts[0], counts[1], counts[2], counts[3]);
  }
}
