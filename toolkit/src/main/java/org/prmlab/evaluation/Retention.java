package org.prmlab.evaluation;

import java.util.List;
import java.util.Optional;
import org.prmlab.data.Binarization;

/**
 * How much consensus filtering keeps at one threshold of the hard label (the paper, sections 3.1.3
 * and 3.1.4).
 *
 * @param threshold a step is correct if its rollout rate is above it
 * @param kept share of solutions where both sources name the same first error or none; absent if no
 *     solution has two verdicts
 */
public record Retention(double threshold, Optional<Interval> kept) {

  /**
   * The curve over thresholds.
   *
   * @param thresholds each in [0, 1); the paper: 0, 1/8, ... 7/8
   * @param rule its neutral-rating policy is kept, its threshold replaced
   */
  public static List<Retention> curve(
      List<Double> thresholds, List<LabelPair> pairs, Binarization rule, Bootstrap bootstrap) {
    return thresholds.stream()
        .map(t -> new Retention(t, share(pairs, rule.withThreshold(t), bootstrap)))
        .toList();
  }

  static Optional<Interval> share(List<LabelPair> pairs, Binarization rule, Bootstrap bootstrap) {
    List<LabelPair> decided = pairs.stream().filter(p -> p.disagreement(rule).isPresent()).toList();
    boolean[] kept = new boolean[decided.size()];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = decided.get(i).disagreement(rule).orElseThrow() == Disagreement.NONE;
    }
    return share(decided, kept, bootstrap);
  }

  /**
   * The share kept of these solutions; problems are drawn again for the interval.
   *
   * @param kept whether each is kept
   * @return empty without solutions
   */
  public static Optional<Interval> share(
      List<LabelPair> pairs, boolean[] kept, Bootstrap bootstrap) {
    double[] values = new double[kept.length];
    for (int i = 0; i < kept.length; i++) {
      values[i] = kept[i] ? 1 : 0;
    }
    Clusters clusters = Clusters.by(pairs.stream().map(p -> p.solution().problem().key()).toList());
    return bootstrap.share(clusters, values);
  }
}
