package org.prmlab.stats;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What two systems gain on each other, item by item, summed by cluster. */
public final class PairedSums {
  private static final int WON = 0;
  private static final int LOST = 1;
  private static final int ITEMS = 2;

  private final PartSums sums = new PartSums(3);
  private boolean shares = true;

  /** Adds an item of a cluster with its value by either system. */
  public void add(int cluster, double first, double second) {
    shares &= isShare(first) && isShare(second);
    sums.add(cluster, WON, Math.max(first - second, 0));
    sums.add(cluster, LOST, Math.max(second - first, 0));
    sums.add(cluster, ITEMS, 1);
  }

  private static boolean isShare(double value) {
    return value >= 0 && value <= 1;
  }

  /**
   * Asks for the difference of the means; the supplier has it when it was drawn, and nothing where
   * there are no items.
   */
  public Supplier<Optional<PairedComparison>> ask(Resampling resampling) {
    PairedDraws draws = new PairedDraws();
    SumStatistic difference =
        new SumStatistic(
            n -> (n[WON] - n[LOST]) / n[ITEMS],
            clusters -> shares ? Optional.of(gains(clusters)) : Optional.empty());
    List<Optional<Estimate>> estimate = resampling.ask(sums, difference, draws);
    return () ->
        estimate.get(0).map(interval -> new PairedComparison(interval, p(interval, draws)));
  }

  /** What is won and what is lost are shares; resamples of few of either cannot tell. */
  private double p(Estimate interval, PairedDraws draws) {
    double[][] clusters = sums.byCluster();
    if (!shares) {
      return interval.isKnown() ? draws.pValue() : 1;
    }
    return gains(clusters).isResampled() ? draws.pValue() : signTest(clusters);
  }

  private static ShareFunction gains(double[][] clusters) {
    return new ShareFunction(
        List.of(
            ClusterShare.of(clusters[WON], clusters[ITEMS]),
            ClusterShare.of(clusters[LOST], clusters[ITEMS])),
        rates -> rates[0] - rates[1]);
  }

  /** Of clusters that gain and clusters that lose. */
  private static double signTest(double[][] clusters) {
    double[] gains =
        IntStream.range(0, clusters[ITEMS].length)
            .mapToDouble(c -> clusters[WON][c] - clusters[LOST][c])
            .toArray();
    int won = (int) IntStream.range(0, gains.length).filter(c -> gains[c] > 0).count();
    int lost = (int) IntStream.range(0, gains.length).filter(c -> gains[c] < 0).count();
    return McNemar.ofDiscordant(won, lost).exactP();
  }
}
