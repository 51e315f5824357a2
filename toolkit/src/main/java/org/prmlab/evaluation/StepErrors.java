package org.prmlab.evaluation;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.NameColumn;
import org.prmlab.data.Solution;
import org.prmlab.data.Verdict;
import org.prmlab.report.ResultColumn;
import org.prmlab.report.ResultTable;
import org.prmlab.report.Results;
import org.prmlab.report.TableRow;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.ClusterSums;
import org.prmlab.stats.Clusters;
import org.prmlab.stats.Estimate;
import org.prmlab.stats.Resampling;

/**
 * How well a system finds the first error: ProcessBench's measures, with intervals from drawing
 * problems again. Problems with right, with wrong and with both kinds of solutions are drawn
 * separately, so that no resample lacks a kind.
 *
 * @param f1IfDefined harmonic mean of the two accuracies; absent unless both are there; 0 if both
 *     are 0
 * @param errorAccuracyIfDefined share of exact predictions among solutions with an error; absent if
 *     none
 * @param correctAccuracyIfDefined the same among solutions without an error; absent if there are
 *     none
 * @param errors how many solutions have an error
 * @param corrects how many have none
 * @param unparsed how many predictions could not be read; each counts as no match
 * @param items what was measured, for comparisons
 * @see <a href="https://arxiv.org/abs/2412.06559">ProcessBench, section 4.1</a>
 */
public record StepErrors(
    Optional<Estimate> f1IfDefined,
    Optional<Estimate> errorAccuracyIfDefined,
    Optional<Estimate> correctAccuracyIfDefined,
    int errors,
    int corrects,
    int unparsed,
    JudgedItems items)
    implements TableRow {

  private static final List<ResultColumn> COLUMNS =
      List.of(
          ResultColumn.count("errors", "errors"),
          ResultColumn.percent("located", "error_accuracy"),
          ResultColumn.count("corrects", "corrects"),
          ResultColumn.percent("accepted", "correct_accuracy"),
          ResultColumn.percent("F1", "f1"));

  /**
   * The harmonic mean of the two accuracies, in [0, 1].
   *
   * @throws IllegalStateException if it is undefined
   */
  public Estimate f1() {
    return f1IfDefined.orElseThrow(
        () -> new IllegalStateException("F1 is undefined: " + missing()));
  }

  /**
   * Share of exact predictions among solutions with an error, in [0, 1].
   *
   * @throws IllegalStateException if it is undefined
   */
  public Estimate errorAccuracy() {
    return errorAccuracyIfDefined.orElseThrow(
        () -> new IllegalStateException("error accuracy is undefined: " + missing()));
  }

  /**
   * Share of exact predictions among solutions without an error, in [0, 1].
   *
   * @throws IllegalStateException if it is undefined
   */
  public Estimate correctAccuracy() {
    return correctAccuracyIfDefined.orElseThrow(
        () -> new IllegalStateException("correct accuracy is undefined: " + missing()));
  }

  private String missing() {
    String kind = errors == 0 ? "with" : "without";
    return errors + corrects == 0 ? "no solutions" : "no solution " + kind + " an error";
  }

  @Override
  public List<ResultColumn> columns() {
    return COLUMNS;
  }

  @Override
  public List<@Nullable Object> cells() {
    return List.of(errors, errorAccuracyIfDefined, corrects, correctAccuracyIfDefined, f1IfDefined);
  }

  /** As a table of one row. */
  @Override
  public String toString() {
    return table().toString();
  }

  /** Measures alone, without what they are measured on. */
  public StepErrors(
      Optional<Estimate> f1,
      Optional<Estimate> errorAccuracy,
      Optional<Estimate> correctAccuracy,
      int errors,
      int corrects,
      int unparsed) {
    this(f1, errorAccuracy, correctAccuracy, errors, corrects, unparsed, JudgedItems.unknown());
  }

  /** A table of one row, whose caption also says how many predictions could not be read. */
  @Override
  public ResultTable table() {
    ResultTable table = TableRow.super.table();
    return unparsed == 0
        ? table
        : table.withCaption(
            "%s; %d predictions could not be read, each counts as no match"
                .formatted(table.caption(), unparsed));
  }

  /** {@link #compare(StepErrors, Bootstrap)} with the default bootstrap. */
  public StepErrorsComparison compare(StepErrors other) {
    return compare(other, Bootstrap.withDefaults());
  }

  /**
   * The difference between these predictions and others of the same solutions, these minus those,
   * in pairs by problem.
   *
   * @throws IllegalArgumentException if they are not of the same solutions in the same order
   * @throws IllegalStateException if either was made of its measures alone
   */
  public StepErrorsComparison compare(StepErrors other, Bootstrap bootstrap) {
    return StepErrorsComparison.of(items.rows(), other.items.rows(), bootstrap);
  }

  /** The measures of one set of predictions, with the default bootstrap. */
  public static StepErrors of(List<PredictedVerdict> rows) {
    return of(rows, Bootstrap.withDefaults());
  }

  /** The measures of one set of predictions. */
  public static StepErrors of(List<PredictedVerdict> rows, Bootstrap bootstrap) {
    return of(JudgedColumns.of(rows), bootstrap);
  }

  /**
   * What is reported of predictions; every interval is made from the same draws.
   *
   * @param all of all rows
   * @param parts by each grouping
   * @param flawed right answers reached by a wrong process
   */
  public record Survey(
      StepErrors all,
      Map<ErrorGrouping, Map<String, StepErrors>> parts,
      CorrectAnswerWrongProcess flawed) {

    /** The survey of predictions in columns. */
    public static Survey of(JudgedColumns rows, Bootstrap bootstrap) {
      Resampling resampling = new Resampling(bootstrap, rows.problems());
      StepErrorSums all = StepErrorSums.ask(rows, 1, row -> 0, resampling);
      Map<ErrorGrouping, Supplier<Map<String, StepErrors>>> asked =
          new EnumMap<>(ErrorGrouping.class);
      for (ErrorGrouping grouping : ErrorGrouping.values()) {
        asked.put(grouping, grouping.ask(rows, resampling));
      }
      Supplier<CorrectAnswerWrongProcess> flawed = CorrectAnswerWrongProcess.ask(rows, resampling);
      resampling.run();
      Map<ErrorGrouping, Map<String, StepErrors>> parts = new EnumMap<>(ErrorGrouping.class);
      asked.forEach((grouping, answer) -> parts.put(grouping, answer.get()));
      return new Survey(all.measures().get(0), parts, flawed.get());
    }
  }

  /** The measures of predictions in columns. */
  public static StepErrors of(JudgedColumns rows, Bootstrap bootstrap) {
    Resampling resampling = new Resampling(bootstrap, rows.problems());
    StepErrorSums all = StepErrorSums.ask(rows, 1, row -> 0, resampling);
    resampling.run();
    return all.measures().get(0);
  }

  /** {@link #by(Function, List, Bootstrap)} with the default bootstrap. */
  public static Results<StepErrors> by(
      Function<? super Solution, ?> part, List<PredictedVerdict> rows) {
    return by(part, rows, Bootstrap.withDefaults());
  }

  /**
   * The measures of each part of the solutions, such as tiers, in order of first appearance, and of
   * all; every interval is made from the same draws.
   *
   * @param part the part of a solution; its text is the name
   */
  public static Results<StepErrors> by(
      Function<? super Solution, ?> part, List<PredictedVerdict> rows, Bootstrap bootstrap) {
    NameColumn.Builder parts = new NameColumn.Builder();
    rows.forEach(row -> parts.add(String.valueOf(part.apply(row.solution()))));
    JudgedColumns columns = JudgedColumns.of(rows);
    NameColumn names = parts.build();
    Resampling resampling = new Resampling(bootstrap, columns.problems());
    StepErrorSums sums = StepErrorSums.ask(columns, names.names().size(), names::code, resampling);
    StepErrorSums all = StepErrorSums.ask(columns, 1, row -> 0, resampling);
    resampling.run();
    return Results.of("part", named(names.names(), sums.measures())).ofTotal(all.measures().get(0));
  }

  static Map<String, StepErrors> named(List<String> names, List<StepErrors> measures) {
    Map<String, StepErrors> named = new LinkedHashMap<>();
    for (int part = 0; part < measures.size(); part++) {
      named.put(names.get(part), measures.get(part));
    }
    return named;
  }

  /**
   * ProcessBench's AvgF1: the unweighted mean of the splits' F1. Splits are drawn separately.
   *
   * @throws IllegalArgumentException if a split lacks solutions with or without an error
   */
  public static Estimate averageF1(List<List<PredictedVerdict>> splits, Bootstrap bootstrap) {
    return averageOf(splits.stream().map(JudgedColumns::of).toList(), bootstrap);
  }

  /** ProcessBench's AvgF1 of splits in columns. */
  public static Estimate averageOf(List<JudgedColumns> splits, Bootstrap bootstrap) {
    Clusters clusters = Clusters.joined(splits.stream().map(JudgedColumns::problems).toList());
    ClusterSums sums = new ClusterSums(1, StepErrorSums.columns(splits.size()));
    int begin = 0;
    for (int split = 0; split < splits.size(); split++) {
      JudgedColumns rows = splits.get(split);
      for (int row = 0; row < rows.size(); row++) {
        int cluster = clusters.of(begin + row);
        StepErrorSums.add(rows, row, cluster, split, sums.part(0));
      }
      begin += rows.size();
    }
    return bootstrap
        .intervals(clusters, sums, List.of(StepErrorSums.average(splits.size())))
        .get(0)
        .get(0)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a split lacks solutions with or without an error; its F1 is undefined"));
  }

  static String kind(Verdict truth) {
    return truth.hasError() ? "error" : "correct";
  }
}
