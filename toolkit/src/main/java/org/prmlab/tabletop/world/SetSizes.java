package org.prmlab.tabletop.world;

import java.util.List;
import org.prmlab.tabletop.program.Tier;

/**
 * How large the sets of a world are.
 *
 * @param training problems of each tier, easiest first; each has three solutions
 * @param human solutions that humans annotate
 * @param bestOfEight problems of each tier to choose among eight solutions of
 * @param search problems of each tier to search on
 * @param stepErrors solutions of each tier with an error, and as many without; half as many to tune
 *     thresholds on
 */
record SetSizes(List<Integer> training, int human, int bestOfEight, int search, int stepErrors) {
  SetSizes {
    training = List.copyOf(training);
    if (training.size() != Tier.values().length) {
      throw new IllegalArgumentException(
          "sizes of %d tiers; expected one for each of %d"
              .formatted(training.size(), Tier.values().length));
    }
  }

  /** As reported: of 6,000 training solutions 30 % are as many as PRM800K's 264 k of 860 k. */
  static SetSizes asReported() {
    return new SetSizes(List.of(200, 400, 700, 700), 1800, 400, 100, 300);
  }
}
