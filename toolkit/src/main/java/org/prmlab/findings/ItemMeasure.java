package org.prmlab.findings;

import java.util.ArrayList;
import java.util.List;
import org.prmlab.tabletop.world.PrmItems;
import org.prmlab.tabletop.world.PrmItems.TierItems;

/** A measure of a PRM as a function of its test items. */
enum ItemMeasure {
  /** F1 of step errors at 0.5. */
  F1 {
    @Override
    void add(TierItems tier, List<Double> to) {
      addF1(tier.errors(), tier.correct(), to);
    }
  },
  /** F1 of step errors at the tuned threshold. */
  TUNED_F1 {
    @Override
    void add(TierItems tier, List<Double> to) {
      addF1(tier.tunedErrors(), tier.tunedCorrect(), to);
    }
  },
  /** Best-of-8 by product. */
  BEST {
    @Override
    void add(TierItems tier, List<Double> to) {
      addShare(tier.product(), 1, to);
    }
  };

  private static final double PERCENT = 100;

  /** Adds how far each item of a tier moves the tier's number. */
  abstract void add(TierItems tier, List<Double> to);

  /**
   * How far each item moves the mean over the tiers from what it would be with an item of average
   * outcome in its place, in points, to first order (the infinitesimal jackknife): the sum of their
   * squares is the variance that the test set adds.
   */
  List<Double> influences(PrmItems items) {
    List<Double> all = new ArrayList<>();
    items.tiers().forEach(tier -> add(tier, all));
    double factor = PERCENT / items.tiers().size();
    return all.stream().map(one -> factor * one).toList();
  }

  /** F1 = 2ab / (a + b); its derivative by a is 2b² / (a + b)². */
  private static void addF1(List<Double> errors, List<Double> correct, List<Double> to) {
    double a = mean(errors);
    double b = mean(correct);
    double squared = (a + b) * (a + b);
    addShare(errors, squared == 0 ? 0 : 2 * b * b / squared, to);
    addShare(correct, squared == 0 ? 0 : 2 * a * a / squared, to);
  }

  private static void addShare(List<Double> hits, double slope, List<Double> to) {
    double mean = mean(hits);
    hits.forEach(hit -> to.add(slope * (hit - mean) / hits.size()));
  }

  private static double mean(List<Double> hits) {
    return hits.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }
}
