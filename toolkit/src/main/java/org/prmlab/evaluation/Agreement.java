package org.prmlab.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.Binarization;
import org.prmlab.data.NameColumn;
import org.prmlab.data.Solution;
import org.prmlab.report.ResultColumn;
import org.prmlab.report.ResultTable;
import org.prmlab.report.Results;
import org.prmlab.report.TableRow;
import org.prmlab.report.View;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.ClusterSums;
import org.prmlab.stats.Estimate;
import org.prmlab.stats.PartSums;
import org.prmlab.stats.Resampling;
import org.prmlab.stats.SumStatistic;

/**
 * Agreement of two sources of labels on steps and on first errors (the paper, section 3.1.2).
 *
 * @param steps over all steps that both labeled
 * @param verdicts rows: the first source's first error, columns: the second's
 * @param consensusIfDefined share of solutions with the same first error or none: what a consensus
 *     filter keeps; absent if no solution has two verdicts
 * @param disagreements how many solutions differ in which way
 * @param open solutions where the labels of either source leave the verdict open; not counted
 */
public record Agreement(
    StepAgreement steps,
    Confusion verdicts,
    Optional<Estimate> consensusIfDefined,
    Map<Disagreement, Integer> disagreements,
    int open)
    implements TableRow {
  private static final List<ResultColumn> COLUMNS =
      List.of(
          ResultColumn.count("solutions", "solutions"),
          ResultColumn.count("open", "open"),
          ResultColumn.percent("same class of the step (%)", "agreement"),
          ResultColumn.coefficient("Cohen's kappa of steps", "kappa"),
          ResultColumn.coefficient("Krippendorff's alpha of steps", "alpha"),
          ResultColumn.percent("same first error or none (%)", "consensus"));

  /**
   * Share of solutions with the same first error or none, in [0, 1].
   *
   * @throws IllegalStateException if it is undefined
   */
  public Estimate consensus() {
    return consensusIfDefined.orElseThrow(
        () -> new IllegalStateException("consensus is undefined: no solution has two verdicts"));
  }

  @Override
  public List<ResultColumn> columns() {
    return COLUMNS;
  }

  @Override
  public List<@Nullable Object> cells() {
    return List.of(
        solutions(),
        open,
        steps.agreementIfDefined(),
        steps.kappaIfDefined(),
        steps.alphaIfDefined(),
        consensusIfDefined);
  }

  /** A row a measure, then a row a kind of disagreement on first errors. */
  public ResultTable listing() {
    ResultTable table = ResultTable.withColumns("measure", "value");
    ResultTable row = table();
    for (int i = 2; i < COLUMNS.size(); i++) {
      table = table.row(COLUMNS.get(i).title(), row.rows().get(0).get(i));
    }
    for (Disagreement kind : Disagreement.values()) {
      String name = "solutions: " + kind.name().toLowerCase(Locale.ROOT);
      table = table.row(name.replace('_', ' '), disagreements.getOrDefault(kind, 0));
    }
    return table;
  }

  @Override
  public View view() {
    return listing().view();
  }

  @Override
  public String toString() {
    return listing().toString();
  }

  /** How many solutions there are, open ones included. */
  public int solutions() {
    return open + disagreements.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Sums of a part after those of {@link StepAgreement}: solutions kept and decided. */
  private static final int KEPT = StepAgreement.COLUMNS;

  private static final int DECIDED = KEPT + 1;

  /**
   * The agreement of these pairs; problems are drawn again for the intervals.
   *
   * @param rule how soft labels and ratings become two classes
   */
  public static Agreement of(List<LabelPair> pairs, Binarization rule, Bootstrap bootstrap) {
    return of(PairColumns.of(pairs), rule, bootstrap);
  }

  /**
   * What is reported of two sources; every interval is made from the same draws.
   *
   * @param all the agreement of all pairs
   * @param byPosition on steps by their index, counted from 0
   * @param byPart in parts, such as levels of difficulty, in order of first appearance
   * @param retention what a consensus filter keeps at each threshold
   */
  public record Survey(
      Agreement all,
      Map<Integer, StepAgreement> byPosition,
      List<Agreement> byPart,
      List<Retention> retention) {

    /**
     * The survey of some pairs.
     *
     * @param parts the part of each pair
     * @param thresholds each in [0, 1)
     */
    public static Survey of(
        PairColumns pairs, NameColumn parts, List<Double> thresholds, Asked asked) {
      Resampling resampling = new Resampling(asked.bootstrap(), pairs.problems());
      var all = ask(i -> 0, 1, pairs, asked.rule(), resampling);
      var positions = askByPosition(pairs, asked.rule(), resampling);
      int count = parts.names().size();
      Supplier<List<Agreement>> some =
          count == 0 ? List::of : ask(parts::code, count, pairs, asked.rule(), resampling);
      var retention = Retention.ask(thresholds, pairs, asked.rule(), resampling);
      resampling.run();
      return new Survey(all.get().get(0), positions.get(), some.get(), retention.get());
    }
  }

  /**
   * How agreement is measured.
   *
   * @param rule how soft labels and ratings become two classes
   */
  public record Asked(Binarization rule, Bootstrap bootstrap) {}

  /** The agreement of pairs in columns. */
  public static Agreement of(PairColumns pairs, Binarization rule, Bootstrap bootstrap) {
    Resampling resampling = new Resampling(bootstrap, pairs.problems());
    Supplier<List<Agreement>> all = ask(i -> 0, 1, pairs, rule, resampling);
    resampling.run();
    return all.get().get(0);
  }

  private static Supplier<List<Agreement>> ask(
      IntUnaryOperator partOf,
      int parts,
      PairColumns pairs,
      Binarization rule,
      Resampling resampling) {
    ClusterSums sums = new ClusterSums(parts, DECIDED + 1);
    VerdictCounts[] verdicts = new VerdictCounts[parts];
    Arrays.setAll(verdicts, p -> new VerdictCounts());
    PairColumns.Classes classes = pairs.classes(rule);
    for (int pair = 0; pair < pairs.size(); pair++) {
      PartSums part = sums.part(partOf.applyAsInt(pair));
      int problem = pairs.problems().of(pair);
      for (int step = 0; step < pairs.steps(pair); step++) {
        addStep(classes.first(pair, step), classes.second(pair, step), problem, part);
      }
      int a = classes.firstError(pair);
      int b = classes.secondError(pair);
      if (verdicts[partOf.applyAsInt(pair)].add(a, b)) {
        part.add(problem, DECIDED, 1);
        part.add(problem, KEPT, a == b ? 1 : 0);
      }
    }
    List<SumStatistic> statistics = new ArrayList<>(StepAgreement.STATISTICS);
    statistics.add(SumStatistic.share(KEPT, DECIDED));
    List<List<Optional<Estimate>>> estimates = resampling.ask(sums, statistics);
    return () ->
        IntStream.range(0, parts)
            .mapToObj(p -> of(sums.total(p), estimates.get(p), verdicts[p]))
            .toList();
  }

  private static void addStep(int first, int second, int problem, PartSums to) {
    if (first >= 0 && second >= 0) {
      to.add(problem, StepAgreement.column(first, second), 1);
    }
  }

  private static Agreement of(
      double[] sums, List<Optional<Estimate>> estimates, VerdictCounts verdicts) {
    return new Agreement(
        StepAgreement.of(sums, estimates),
        verdicts.confusion(),
        estimates.get(StepAgreement.STATISTICS.size()),
        verdicts.kinds(),
        verdicts.open());
  }

  /** Agreement on steps by their place in the solution, counted from 1. */
  public static Results<StepAgreement> byStep(List<LabelPair> pairs, Asked asked) {
    Map<Integer, StepAgreement> places = new TreeMap<>();
    byPosition(PairColumns.of(pairs), asked.rule(), asked.bootstrap())
        .forEach((index, agreement) -> places.put(index + 1, agreement));
    return Results.of("step", places);
  }

  /** Agreement on steps by their index; every interval is made from the same draws. */
  public static Map<Integer, StepAgreement> byPosition(
      PairColumns pairs, Binarization rule, Bootstrap bootstrap) {
    Resampling resampling = new Resampling(bootstrap, pairs.problems());
    Supplier<Map<Integer, StepAgreement>> parts = askByPosition(pairs, rule, resampling);
    resampling.run();
    return parts.get();
  }

  private static Supplier<Map<Integer, StepAgreement>> askByPosition(
      PairColumns pairs, Binarization rule, Resampling resampling) {
    ClusterSums sums = new ClusterSums(pairs.mostSteps(), StepAgreement.COLUMNS);
    PairColumns.Classes classes = pairs.classes(rule);
    for (int pair = 0; pair < pairs.size(); pair++) {
      int problem = pairs.problems().of(pair);
      for (int step = 0; step < pairs.steps(pair); step++) {
        addStep(classes.first(pair, step), classes.second(pair, step), problem, sums.part(step));
      }
    }
    List<List<Optional<Estimate>>> estimates = resampling.ask(sums, StepAgreement.STATISTICS);
    return () -> {
      Map<Integer, StepAgreement> parts = new TreeMap<>();
      for (int step = 0; step < sums.size(); step++) {
        StepAgreement at = StepAgreement.of(sums.total(step), estimates.get(step));
        if (at.confusion().total() > 0) {
          parts.put(step, at);
        }
      }
      return parts;
    };
  }

  /**
   * The agreement in each part of the solutions, such as tiers, in order of first appearance, and
   * in all; every interval is made from the same draws.
   *
   * @param part the part of a solution; its text is the name
   */
  public static Results<Agreement> by(
      Function<? super Solution, ?> part, List<LabelPair> pairs, Asked asked) {
    NameColumn.Builder parts = new NameColumn.Builder();
    pairs.forEach(pair -> parts.add(String.valueOf(part.apply(pair.solution()))));
    NameColumn names = parts.build();
    PairColumns columns = PairColumns.of(pairs);
    Resampling resampling = new Resampling(asked.bootstrap(), columns.problems());
    var some = ask(names::code, names.names().size(), columns, asked.rule(), resampling);
    var all = ask(i -> 0, 1, columns, asked.rule(), resampling);
    resampling.run();
    Map<String, Agreement> named = new LinkedHashMap<>();
    for (int i = 0; i < names.names().size(); i++) {
      named.put(names.names().get(i), some.get().get(i));
    }
    return Results.of("part", named).ofTotal(all.get().get(0));
  }

  /** The pairs in parts, such as levels of difficulty, in order of first appearance. */
  public static Map<String, List<LabelPair>> split(
      Function<LabelPair, String> key, List<LabelPair> pairs) {
    return pairs.stream()
        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
  }
}
