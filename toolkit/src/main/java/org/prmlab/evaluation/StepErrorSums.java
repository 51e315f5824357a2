package org.prmlab.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.prmlab.stats.ClusterShare;
import org.prmlab.stats.ClusterSums;
import org.prmlab.stats.Estimate;
import org.prmlab.stats.Means;
import org.prmlab.stats.PartSums;
import org.prmlab.stats.Resampling;
import org.prmlab.stats.ShareFunction;
import org.prmlab.stats.SumStatistic;

/** The sums behind {@link StepErrors}, part by part. */
final class StepErrorSums {
  private static final int ERRORS_EXACT = 0;
  private static final int ERRORS = 1;
  private static final int CORRECTS_EXACT = 2;
  private static final int CORRECTS = 3;
  private static final int COLUMNS = 4;

  private static final List<SumStatistic> STATISTICS =
      List.of(
          new SumStatistic(
              n -> f1(n[ERRORS_EXACT] / n[ERRORS], n[CORRECTS_EXACT] / n[CORRECTS]),
              StepErrorSums::f1),
          SumStatistic.share(ERRORS_EXACT, ERRORS),
          SumStatistic.share(CORRECTS_EXACT, CORRECTS));

  private final ClusterSums sums;
  private final int[] unread; // by part
  private final List<List<Optional<Estimate>>> estimates;

  private final IntFunction<JudgedItems> items; // by part

  private StepErrorSums(
      ClusterSums sums,
      int[] unread,
      List<List<Optional<Estimate>>> estimates,
      IntFunction<JudgedItems> items) {
    this.sums = sums;
    this.items = items;
    this.unread = unread;
    this.estimates = estimates;
  }

  /** Asks for the measures of each part; {@link #measures} has them when it was drawn. */
  static StepErrorSums ask(
      JudgedColumns rows, int parts, IntUnaryOperator partOf, Resampling resampling) {
    ClusterSums sums = new ClusterSums(parts, COLUMNS);
    int[] unread = new int[parts];
    for (int row = 0; row < rows.size(); row++) {
      int part = partOf.applyAsInt(row);
      int kind = rows.hasError(row) ? ERRORS_EXACT : CORRECTS_EXACT;
      sums.part(part).add(rows.problems().of(row), kind + 1, 1);
      sums.part(part).add(rows.problems().of(row), kind, rows.isExact(row) ? 1 : 0);
      unread[part] += rows.isUnread(row) ? 1 : 0;
    }
    return new StepErrorSums(
        sums,
        unread,
        resampling.ask(sums, STATISTICS),
        part -> JudgedItems.of(rows, row -> partOf.applyAsInt(row) == part));
  }

  /** The measures of each part. */
  List<StepErrors> measures() {
    List<StepErrors> all = new ArrayList<>();
    for (int part = 0; part < unread.length; part++) {
      double[] total = sums.total(part);
      List<Optional<Estimate>> of = estimates.get(part);
      all.add(
          new StepErrors(
              of.get(0),
              of.get(1),
              of.get(2),
              (int) total[ERRORS],
              (int) total[CORRECTS],
              unread[part],
              items.apply(part)));
    }
    return all;
  }

  private static double f1(double errorAccuracy, double correctAccuracy) {
    return Means.harmonic(errorAccuracy, correctAccuracy);
  }

  private static Optional<ShareFunction> f1(double[][] clusters) {
    return Optional.of(
        new ShareFunction(
            List.of(
                ClusterShare.of(clusters[ERRORS_EXACT], clusters[ERRORS]),
                ClusterShare.of(clusters[CORRECTS_EXACT], clusters[CORRECTS])),
            rates -> f1(rates[0], rates[1])));
  }

  /** The mean F1 of the parts, which lie in clusters of their own. */
  static SumStatistic average(int parts) {
    return new SumStatistic(
        sums -> {
          double sum = 0;
          for (int i = 0; i < COLUMNS * parts; i += COLUMNS) {
            sum += f1(sums[i] / sums[i + 1], sums[i + 2] / sums[i + 3]);
          }
          return sum / parts;
        },
        clusters -> Optional.of(averageOf(clusters)));
  }

  private static ShareFunction averageOf(double[][] clusters) {
    List<ClusterShare> shares = new ArrayList<>();
    for (int i = 0; i < clusters.length; i += 2) {
      shares.add(ClusterShare.of(clusters[i], clusters[i + 1]));
    }
    return new ShareFunction(
        shares,
        rates -> {
          double sum = 0;
          for (int i = 0; i < rates.length; i += 2) {
            sum += f1(rates[i], rates[i + 1]);
          }
          return sum / (rates.length / 2.0);
        });
  }

  /** Adds a row of one of the parts behind {@link #average}. */
  static void add(JudgedColumns rows, int row, int cluster, int part, PartSums to) {
    int kind = COLUMNS * part + (rows.hasError(row) ? ERRORS_EXACT : CORRECTS_EXACT);
    to.add(cluster, kind + 1, 1);
    to.add(cluster, kind, rows.isExact(row) ? 1 : 0);
  }

  /** Sums behind {@link #average}. */
  static int columns(int parts) {
    return COLUMNS * parts;
  }
}
