package org.prmlab.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Statistics of sums over clusters, all computed from the same draws: those of {@link
 * Bootstrap#replicates}. Several resamples are weighed at a time, on all cores.
 */
public final class Resampling {
  private static final int SLOTS_AT_ONCE = 2048; // bounds what the resamples hold

  private final Bootstrap bootstrap;
  private final Clusters clusters;
  private final List<Slot> slots = new ArrayList<>();

  public Resampling(Bootstrap bootstrap, Clusters clusters) {
    this.bootstrap = bootstrap;
    this.clusters = clusters;
  }

  /**
   * A part with what is asked of it.
   *
   * @param drawn gets the first statistic of each resample
   */
  private record Slot(
      PartSums sums,
      List<SumStatistic> statistics,
      List<Optional<Estimate>> estimates,
      Consumer<double[]> drawn) {
    Slot(PartSums sums, List<SumStatistic> statistics, List<Optional<Estimate>> estimates) {
      this(sums, statistics, estimates, replicates -> {});
    }
  }

  /**
   * Asks for statistics of each part.
   *
   * @return for each part one estimate a statistic, there after {@link #run}: absent where it is
   *     undefined for all rows or for more than half of the resamples
   */
  public List<List<Optional<Estimate>>> ask(ClusterSums sums, List<SumStatistic> statistics) {
    List<List<Optional<Estimate>>> all = new ArrayList<>();
    for (PartSums part : sums.parts()) {
      part.sort();
      List<Optional<Estimate>> estimates = new ArrayList<>();
      slots.add(new Slot(part, statistics, estimates));
      all.add(Collections.unmodifiableList(estimates));
    }
    return all;
  }

  /** {@link #ask(ClusterSums, List)} of one part and one statistic. */
  public List<Optional<Estimate>> ask(PartSums part, SumStatistic statistic) {
    part.sort();
    List<Optional<Estimate>> estimate = new ArrayList<>();
    slots.add(new Slot(part, List.of(statistic), estimate));
    return Collections.unmodifiableList(estimate);
  }

  /**
   * {@link #ask(PartSums, SumStatistic)} with the resamples themselves.
   *
   * @param drawn gets the statistic of each resample, NaN where it was undefined
   */
  public List<Optional<Estimate>> ask(
      PartSums part, SumStatistic statistic, Consumer<double[]> drawn) {
    part.sort();
    List<Optional<Estimate>> estimate = new ArrayList<>();
    slots.add(new Slot(part, List.of(statistic), estimate, drawn));
    return Collections.unmodifiableList(estimate);
  }

  /** Draws, and answers what was asked. */
  public void run() {
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
    slot.drawn().accept(replicates[0]);
  }

  /** Some resamples from {@code from} on. */
  private void weigh(List<Slot> some, int from, double[][][] replicates) {
    int lanes = Math.min(DrawnBlock.LANES, bootstrap.resamples() - from);
    int[][] drawn = new int[lanes][];
    for (int lane = 0; lane < lanes; lane++) {
      drawn[lane] = clusters.times(RandomStream.of(bootstrap.seed(), from + (long) lane));
    }
    Map<SparseSum, Integer> places = places(some);
    List<SparseSum> columns = List.copyOf(places.keySet());
    double[][] sums = new double[columns.size()][DrawnBlock.LANES];
    int[] entries = new int[sums.length];
    DrawnBlock block = new DrawnBlock(drawn);
    while (block.next()) {
      for (int column = 0; column < sums.length; column++) {
        entries[column] = columns.get(column).weigh(entries[column], block, sums[column]);
      }
    }
    for (int slot = 0; slot < some.size(); slot++) {
      int[] ofSlot = places(some.get(slot), places);
      for (int lane = 0; lane < lanes; lane++) {
        int at = lane;
        double[] drawnSums = IntStream.of(ofSlot).mapToDouble(place -> sums[place][at]).toArray();
        write(some.get(slot), drawnSums, from + lane, replicates[slot]);
      }
    }
  }

  /** Every column once, with its place; parts may share some. */
  private static Map<SparseSum, Integer> places(List<Slot> some) {
    Map<SparseSum, Integer> places = new LinkedHashMap<>();
    for (Slot slot : some) {
      slot.sums().columns().forEach(column -> places.putIfAbsent(column, places.size()));
    }
    return places;
  }

  private static int[] places(Slot slot, Map<SparseSum, Integer> places) {
    return slot.sums().columns().stream()
        .mapToInt(column -> places.getOrDefault(column, -1))
        .toArray();
  }

  private static void write(Slot slot, double[] sums, int resample, double[][] replicates) {
    for (int s = 0; s < replicates.length; s++) {
      replicates[s][resample] = slot.statistics().get(s).value().applyAsDouble(sums);
    }
  }
}
