package org.prmlab.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.Binarization;
import org.prmlab.data.NameColumn;
import org.prmlab.data.Solution;
import org.prmlab.report.ResultColumn;
import org.prmlab.report.TableRow;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.ClusterSums;
import org.prmlab.stats.Estimate;
import org.prmlab.stats.PartSums;
import org.prmlab.stats.Resampling;
import org.prmlab.stats.SumStatistic;

/**
 * How much consensus filtering keeps at one threshold of the hard label (the paper, sections 3.1.3
 * and 3.1.4).
 *
 * @param threshold a step is correct if its rollout rate is above it
 * @param keptIfDefined share of solutions where both sources name the same first error or none;
 *     absent if no solution has two verdicts
 */
public record Retention(double threshold, Optional<Estimate> keptIfDefined) implements TableRow {
  private static final List<ResultColumn> COLUMNS =
      List.of(
          ResultColumn.coefficient("threshold", "threshold"),
          ResultColumn.percent("kept (%)", "kept"));

  /**
   * Share of solutions that are kept, in [0, 1].
   *
   * @throws IllegalStateException if it is undefined
   */
  public Estimate kept() {
    return keptIfDefined.orElseThrow(
        () -> new IllegalStateException("undefined: no solution has two verdicts"));
  }

  @Override
  public List<ResultColumn> columns() {
    return COLUMNS;
  }

  @Override
  public List<@Nullable Object> cells() {
    return List.of(threshold, keptIfDefined);
  }

  /** As a table of one row. */
  @Override
  public String toString() {
    return table().toString();
  }

  private static final List<SumStatistic> SHARE = List.of(SumStatistic.share(0, 1));

  /**
   * The curve over thresholds.
   *
   * @param thresholds each in [0, 1); the paper: 0, 1/8, ... 7/8
   * @param rule its neutral-rating policy is kept, its threshold replaced
   */
  public static List<Retention> curve(
      List<Double> thresholds, List<LabelPair> pairs, Binarization rule, Bootstrap bootstrap) {
    return curve(thresholds, PairColumns.of(pairs), rule, bootstrap);
  }

  /**
   * The curve over the paper's thresholds, 0, 1/8, ... 7/8, of each part of the solutions, such as
   * tiers, in order of first appearance.
   *
   * @param part the part of a solution; its text is the name
   */
  public static Map<String, List<Retention>> curves(
      Function<? super Solution, ?> part,
      List<LabelPair> pairs,
      Binarization rule,
      Bootstrap bootstrap) {
    List<Double> eighths = IntStream.range(0, 8).mapToObj(c -> c / 8.0).toList();
    Map<String, List<Retention>> curves = new LinkedHashMap<>();
    Agreement.split(pair -> String.valueOf(part.apply(pair.solution())), pairs)
        .forEach((name, some) -> curves.put(name, curve(eighths, some, rule, bootstrap)));
    return curves;
  }

  /** The curve of pairs in columns; every interval is made from the same draws. */
  public static List<Retention> curve(
      List<Double> thresholds, PairColumns pairs, Binarization rule, Bootstrap bootstrap) {
    Resampling resampling = new Resampling(bootstrap, pairs.problems());
    Supplier<List<Retention>> curve = ask(thresholds, pairs, rule, resampling);
    resampling.run();
    return curve.get();
  }

  static Supplier<List<Retention>> ask(
      List<Double> thresholds, PairColumns pairs, Binarization rule, Resampling resampling) {
    ClusterSums sums = new ClusterSums(thresholds.size(), 2);
    for (int i = 0; i < thresholds.size(); i++) {
      add(kept(pairs, rule.withThreshold(thresholds.get(i))), pairs, sums.part(i));
    }
    List<List<Optional<Estimate>>> shares = resampling.ask(sums, SHARE);
    return () ->
        IntStream.range(0, thresholds.size())
            .mapToObj(i -> new Retention(thresholds.get(i), shares.get(i).get(0)))
            .toList();
  }

  private static void add(byte[] kept, PairColumns pairs, PartSums to) {
    for (int pair = 0; pair < kept.length; pair++) {
      if (kept[pair] >= 0) {
        to.add(pairs.problems().of(pair), 0, kept[pair]);
        to.add(pairs.problems().of(pair), 1, 1);
      }
    }
  }

  private static byte[] kept(PairColumns pairs, Binarization rule) {
    PairColumns.Classes classes = pairs.classes(rule);
    byte[] kept = new byte[pairs.size()];
    for (int pair = 0; pair < kept.length; pair++) {
      int a = classes.firstError(pair);
      int b = classes.secondError(pair);
      boolean open = a == PairColumns.Classes.OPEN || b == PairColumns.Classes.OPEN;
      kept[pair] = (byte) (open ? -1 : a == b ? 1 : 0);
    }
    return kept;
  }

  /**
   * Some of the pairs and what is kept of them.
   *
   * @param kept for each pair 1 if it is kept, 0 if not, less if it does not count
   * @param parts the part of each pair
   */
  @SuppressWarnings("ArrayRecordComponent") // a column: as long as the data
  public record Choice(byte[] kept, NameColumn parts) {}

  /**
   * The shares kept in each part of several choices from the same pairs; every interval is made
   * from the same draws.
   *
   * @return for each choice one share a part; empty where nothing counts
   */
  public static List<List<Optional<Estimate>>> shares(
      PairColumns pairs, List<Choice> choices, Bootstrap bootstrap) {
    Resampling resampling = new Resampling(bootstrap, pairs.problems());
    List<List<List<Optional<Estimate>>>> all = new ArrayList<>();
    for (Choice choice : choices) {
      ClusterSums sums = new ClusterSums(choice.parts().names().size(), 2);
      for (int pair = 0; pair < pairs.size(); pair++) {
        if (choice.kept()[pair] >= 0) {
          PartSums part = sums.part(choice.parts().code(pair));
          part.add(pairs.problems().of(pair), 0, choice.kept()[pair]);
          part.add(pairs.problems().of(pair), 1, 1);
        }
      }
      all.add(resampling.ask(sums, SHARE));
    }
    resampling.run();
    return all.stream()
        .map(parts -> parts.stream().map(estimates -> estimates.get(0)).toList())
        .toList();
  }
}
