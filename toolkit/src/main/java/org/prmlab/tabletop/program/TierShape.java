package org.prmlab.tabletop.program;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/**
 * What problems of a tier look like.
 *
 * @param fewestSteps of a problem
 * @param mostSteps of a problem
 * @param largestOperand numbers that stand in a problem go from 0 to it
 * @param references share of the operands, from the third step on, that are an earlier value
 * @param weights share of each operation, in the order of {@link ProgramOperation}
 */
record TierShape(
    int fewestSteps, int mostSteps, int largestOperand, double references, List<Double> weights) {
  /** So that a product of wrong numbers is wrong: 0 forgets what it is multiplied with. */
  private static final int LEAST_FACTOR = 2;

  private static final int LEAST_DIVISOR = 2;
  private static final int MOST_DIVISOR = 7;

  private static final List<TierShape> SHAPES =
      List.of(
          of(2, 3, 5, 0, .46, .26, .04, .12, .12, 0, 0, 0),
          of(3, 5, 9, .10, .32, .26, .16, .10, .10, .03, .03, 0),
          of(5, 6, 12, .20, .28, .28, .16, .05, .05, .02, .02, .14),
          of(6, 7, 12, .25, .32, .32, .21, 0, 0, 0, 0, .15));

  TierShape {
    weights = List.copyOf(weights);
    if (fewestSteps < 1 || mostSteps < fewestSteps || mostSteps > ProgramTokens.LETTERS) {
      throw new IllegalArgumentException(
          "%d to %d steps; expected 1 to %d, the fewest first"
              .formatted(fewestSteps, mostSteps, ProgramTokens.LETTERS));
    }
    if (weights.size() != ProgramOperation.values().length) {
      throw new IllegalArgumentException(
          "%d shares of operations; expected one for each of %d"
              .formatted(weights.size(), ProgramOperation.values().length));
    }
  }

  /** What the problems of a tier look like. */
  static TierShape of(Tier tier) {
    return SHAPES.get(tier.index());
  }

  private static TierShape of(
      int fewestSteps, int mostSteps, int largestOperand, double references, double... weights) {
    return new TierShape(
        fewestSteps,
        mostSteps,
        largestOperand,
        references,
        DoubleStream.of(weights).boxed().toList());
  }

  int drawSteps(RandomGenerator random) {
    return random.nextInt(fewestSteps, mostSteps + 1);
  }

  int drawOperand(ProgramOperation operation, RandomGenerator random) {
    if (operation.divides()) {
      return random.nextInt(LEAST_DIVISOR, MOST_DIVISOR + 1);
    }
    return operation == ProgramOperation.TIMES
        ? random.nextInt(LEAST_FACTOR, largestOperand + 1)
        : random.nextInt(largestOperand + 1);
  }

  /** Whether the operand is the value of an earlier step. */
  boolean drawsReference(RandomGenerator random) {
    return random.nextDouble() < references;
  }

  ProgramOperation drawOperation(RandomGenerator random) {
    double left = random.nextDouble();
    ProgramOperation[] all = ProgramOperation.values();
    for (int i = 0; i < all.length - 1; i++) {
      left -= weights.get(i);
      if (left < 0) {
        return all[i];
      }
    }
    return weights.get(all.length - 1) > 0 ? all[all.length - 1] : ProgramOperation.PLUS;
  }
}
