package org.prmlab.tabletop.program;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/**
 * What problems of a tier look like.
 *
 * @param fewestSteps of a problem
 * @param mostSteps of a problem
 * @param leastFactor numbers to multiply by go from it; 0 forgets what it is multiplied with
 * @param largestOperand numbers that stand in a problem go from 0 to it
 * @param references share of the operands, from the third step on, that are an earlier value
 * @param weights share of each operation, in the order of {@link ProgramOperation}
 */
record TierShape(
    int fewestSteps,
    int mostSteps,
    int leastFactor,
    int largestOperand,
    double references,
    List<Double> weights) {
  private static final int LEAST_DIVISOR = 2;
  private static final int MOST_DIVISOR = 7;

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

  /** Any number may be multiplied by, 0 too. */
  static TierShape of(
      int fewestSteps, int mostSteps, int largestOperand, double references, double... weights) {
    return new TierShape(fewestSteps, mostSteps, 0, largestOperand, references, boxed(weights));
  }

  /** Numbers to multiply by go from 2, so that a product of wrong numbers is wrong. */
  static TierShape ofProperFactors(
      int fewestSteps, int mostSteps, int largestOperand, double references, double... weights) {
    return new TierShape(fewestSteps, mostSteps, 2, largestOperand, references, boxed(weights));
  }

  private static List<Double> boxed(double... weights) {
    return DoubleStream.of(weights).boxed().toList();
  }

  int drawSteps(RandomGenerator random) {
    return random.nextInt(fewestSteps, mostSteps + 1);
  }

  int drawOperand(ProgramOperation operation, RandomGenerator random) {
    if (operation.divides()) {
      return random.nextInt(LEAST_DIVISOR, MOST_DIVISOR + 1);
    }
    return operation == ProgramOperation.TIMES && leastFactor > 0
        ? random.nextInt(leastFactor, largestOperand + 1)
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
