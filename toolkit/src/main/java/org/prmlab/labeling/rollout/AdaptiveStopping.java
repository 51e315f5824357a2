package org.prmlab.labeling.rollout;

import java.util.List;
import java.util.stream.IntStream;
import org.prmlab.llm.SampleRange;
import org.prmlab.stats.Estimate;

/**
 * Rollouts from every step, few at a time, until the hard label of the step is decided: the
 * interval lies on one side of the threshold, or the rollouts that are left cannot change the
 * label.
 *
 * <p>Stopping when the outcome pleases makes the rates biased: use the hard labels at this
 * threshold; for soft labels draw all rollouts.
 *
 * @param budget most rollouts from one step
 * @param threshold in [0, 1); a step is correct if its rate is above it
 * @param atOnce how many to draw before looking again; at least 1
 * @param level of the interval, in (0, 1)
 */
public record AdaptiveStopping(RolloutBudget budget, double threshold, int atOnce, double level)
    implements RolloutStrategy {
  public AdaptiveStopping {
    if (atOnce < 1 || !(threshold >= 0 && threshold < 1)) {
      throw new IllegalArgumentException(
          "%d at once, threshold %s; expected at least 1, and in [0, 1)"
              .formatted(atOnce, threshold));
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + "; a number in (0, 1) expected");
    }
  }

  /** At a threshold: a quarter of the rollouts at once, level 0.95. */
  public static AdaptiveStopping of(int rollouts, double threshold) {
    return of(RolloutBudget.of(rollouts), threshold);
  }

  /** At a threshold: a quarter of the rollouts at once, level 0.95. */
  public static AdaptiveStopping of(RolloutBudget budget, double threshold) {
    int atOnce = Math.max(1, budget.rollouts() / 4);
    return new AdaptiveStopping(budget, threshold, atOnce, Estimate.DEFAULT_LEVEL);
  }

  @Override
  public List<RolloutPlan> next(List<RolloutCounts> drawn) {
    return IntStream.range(0, drawn.size())
        .filter(i -> !isDecided(drawn.get(i)))
        .mapToObj(i -> new RolloutPlan(i, more(drawn.get(i))))
        .toList();
  }

  private SampleRange more(RolloutCounts drawn) {
    return new SampleRange(drawn.total(), Math.min(atOnce, rollouts() - drawn.total()));
  }

  private boolean isDecided(RolloutCounts drawn) {
    int left = rollouts() - drawn.total();
    if (left <= 0) {
      return true;
    }
    if (!drawn.suffices(budget.minDecided())) {
      return false;
    }
    double needed = threshold * (drawn.decided() + left); // if all that are left have a verdict
    if (drawn.correct() > needed || drawn.correct() + left <= needed) {
      return true;
    }
    Estimate interval = drawn.interval(level);
    return drawn.isAbove(threshold)
        ? drawn.correct() > 0 && interval.low() > threshold
        : interval.high() <= threshold;
  }
}
