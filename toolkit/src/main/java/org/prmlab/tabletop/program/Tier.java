package org.prmlab.tabletop.program;

import java.util.List;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;

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

  /** The tier of a solution's problem. */
  public static Tier of(Solution solution) {
    return of(solution.problem());
  }

  /** Its place among the tiers, from 0, the easiest. */
  public int index() {
    return List.of(values()).indexOf(this);
  }
}
