package org.prmlab.tabletop.program;

import java.util.List;
import org.prmlab.data.Problem;

/**
 * How hard a {@link Program} is: four tiers that stand for the paper's four ProcessBench splits.
 */
public enum Tier {
  T1,
  T2,
  T3,
  T4;

  /** The tier of a problem of the world, by its id. */
  public static Tier of(Problem problem) {
    return valueOf(problem.id().substring(0, 2).toUpperCase(java.util.Locale.ROOT));
  }

  /** Its place among the tiers, from 0, the easiest. */
  public int index() {
    return List.of(values()).indexOf(this);
  }
}
