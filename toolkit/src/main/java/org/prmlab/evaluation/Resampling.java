package org.prmlab.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Statistics of sums over clusters, all computed from the same draws: those of {@link
 * Bootstrap#replicates}. Several resamples are weighed at a time, on all cores.
 */
final class Resampling {
  private static final int SLOTS_AT_ONCE = 2048; // bounds what the resamples hold

  private final Bootstrap bootstrap;
  private final Clusters clusters;
  private final List<Slot> slots = new ArrayList<>();

  Resampling(Bootstrap bootstrap, Clusters clusters) {
    this.bootstrap = bootstrap;
    this.clusters = clusters;
  }

  /** A part with what is asked of it. */
  private record Slot(
      PartSums sums, List<SumStatistic> statistics, List<Optional<Interval>> estimates) {}

  /**
   * Asks for statistics of each part.
   *
   * @return for each part one estimate a statistic, there after {@link #run}: absent where it is
   *     undefined for all rows or for more than half of the resamples
   */
  List<List<Optional<Interval>>> ask(ClusterSums sums, List<SumStatistic> statistics) {
    List<List<Optional<Interval>>> all = new ArrayList<>();
    for (PartSums part : sums.parts()) {
      part.sort();
      List<Optional<Interval>> estimates = new ArrayList<>();
      slots.add(new Slot(part, statistics, estimates));
      all.add(Collections.unmodifiableList(estimates));
    }
    return all;
  }

  /** Draws, and answers what was asked. */
  void run() {
    for (int from = 0; from < slots.size(); from += SLOTS_AT_ONCE) {
      run(slots.subList(from, Math.min(slots.size(), from + SLOTS_AT_ONCE)));
    }
    slots.clear();
  }

  private void run(List<Slot> some) {
    int resamples = bootstrap.resamples();
    double[][][] replicates = new double[some.size()][][]; // (slots, statistics, resamples)
    for (int slot = 0; slot < replicates.length; slot++) {
      replicates[slot] = new double[some.get(slot).statistics().size()][resamples];
    }
    IntStream.range(0, (resamples + DrawnBlock.LANES - 1) / DrawnBlock.LANES)
        .parallel()
        .forEach(batch -> weigh(some, batch * DrawnBlock.LANES, replicates));
    IntStream.range(0, replicates.length)
        .parallel()
        .forEach(slot -> answer(some.get(slot), replicates[slot]));
  }

  private void answer(Slot slot, double[][] replicates) {
    IntervalRule rule = new IntervalRule(bootstrap.level());
    double[] sums = slot.sums().totals();
    double[][] clusters = slot.sums().byCluster();
    for (int s = 0; s < replicates.length; s++) {
      SumStatistic statistic = slot.statistics().get(s);
      double value = statistic.value().applyAsDouble(sums);
      double[] drawn = replicates[s];
      Optional<ShareFunction> shares =
          Double.isNaN(value) ? Optional.empty() : statistic.shares().apply(clusters);
      slot.estimates()
          .add(
              shares.isPresent()
                  ? rule.of(value, shares.get(), () -> drawn)
                  : rule.of(value, clusters[0].length, () -> drawn));
    }
  }

  /** Some resamples from {@code from} on. */
  private void weigh(List<Slot> some, int from, double[][][] replicates) {
    int lanes = Math.min(DrawnBlock.LANES, bootstrap.resamples() - from);
    int[][] drawn = new int[lanes][];
    for (int lane = 0; lane < lanes; lane++) {
      drawn[lane] = clusters.times(RandomStream.of(bootstrap.seed(), from + (long) lane));
    }
    List<SparseSum> columns =
        some.stream().flatMap(slot -> slot.sums().columns().stream()).toList();
    double[][] sums = new double[columns.size()][DrawnBlock.LANES];
    int[] entries = new int[sums.length];
    DrawnBlock block = new DrawnBlock(drawn);
    while (block.next()) {
      for (int column = 0; column < sums.length; column++) {
        entries[column] = columns.get(column).weigh(entries[column], block, sums[column]);
      }
    }
    for (int slot = 0, column = 0; slot < some.size(); slot++) {
      int count = some.get(slot).sums().columns().size();
      double[][] ofSlot = Arrays.copyOfRange(sums, column, column + count);
      column += count;
      for (int lane = 0; lane < lanes; lane++) {
        write(some.get(slot), lane(ofSlot, lane), from + lane, replicates[slot]);
      }
    }
  }

  private static double[] lane(double[][] sums, int lane) {
    return Arrays.stream(sums).mapToDouble(column -> column[lane]).toArray();
  }

  private static void write(Slot slot, double[] sums, int resample, double[][] replicates) {
    for (int s = 0; s < replicates.length; s++) {
      replicates[s][resample] = slot.statistics().get(s).value().applyAsDouble(sums);
    }
  }
}
