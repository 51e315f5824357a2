package org.prmlab.tabletop;

import java.util.List;
import java.util.random.RandomGenerator;
import org.prmlab.data.Problem;

/**
 * How hard a {@link Program} is: four tiers that stand for the paper's four ProcessBench splits.
 */
public enum Tier {
  T1(2, 3, 5, 0, .42, .30, .04, .12, .12, 0, 0, 0),
  T2(3, 5, 9, .10, .26, .22, .20, .11, .11, .05, .05, 0),
  T3(5, 6, 15, .20, .18, .18, .20, .10, .10, .08, .08, .08),
  T4(6, 8, 15, .25, .14, .14, .20, .12, .12, .06, .06, .16);

  private final int fewestSteps;
  private final int mostSteps;
  private final int largestOperand;
  private final double references;
  private final double[] weights;

  Tier(int fewestSteps, int mostSteps, int largestOperand, double references, double... weights) {
    this.fewestSteps = fewestSteps;
    this.mostSteps = mostSteps;
    this.largestOperand = largestOperand;
    this.references = references;
    this.weights = weights;
  }

  /** The tier of a problem of the world, by its id. */
  public static Tier of(Problem problem) {
    return valueOf(problem.id().substring(0, 2).toUpperCase(java.util.Locale.ROOT));
  }

  /** Its place among the tiers, from 0, the easiest. */
  public int index() {
    return List.of(values()).indexOf(this);
  }

  int drawSteps(RandomGenerator random) {
    return random.nextInt(fewestSteps, mostSteps + 1);
  }

  int drawOperand(ProgramOperation operation, RandomGenerator random) {
    return operation.divides() ? random.nextInt(2, 8) : random.nextInt(largestOperand + 1);
  }

  /** Whether the operand is the value of an earlier step. */
  boolean drawsReference(RandomGenerator random) {
    return random.nextDouble() < references;
  }

  ProgramOperation drawOperation(RandomGenerator random) {
    double left = random.nextDouble();
    ProgramOperation[] all = ProgramOperation.values();
    for (int i = 0; i < all.length - 1; i++) {
      left -= weights[i];
      if (left < 0) {
        return all[i];
      }
    }
    return weights[all.length - 1] > 0 ? all[all.length - 1] : ProgramOperation.PLUS;
  }
}
