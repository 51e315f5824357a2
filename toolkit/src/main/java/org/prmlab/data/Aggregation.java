package org.prmlab.data;

import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * How the step scores of a solution become one score (the paper, section 3.2.4 and Table 13).
 *
 * <p>Every constant is in [0, 1] and larger is better. {@link #PRODUCT} underflows to 0 past some
 * hundred small factors; compare solutions by {@link #rank} where that can happen.
 */
public enum Aggregation {
  /** The worst step decides. */
  MIN(Aggregation::smallest),
  /** The chance that all steps are right, were they independent. The paper's choice. */
  PRODUCT(Aggregation::product),
  /** The last step decides: reads the scores as estimates of eventual success. */
  LAST(s -> s[s.length - 1]),
  /** The arithmetic mean. */
  MEAN(s -> DoubleStream.of(s).average().orElseThrow());

  private final ToDoubleFunction<double[]> rule;

  Aggregation(ToDoubleFunction<double[]> rule) {
    this.rule = rule;
  }

  /**
   * The solution's score, in [0, 1].
   *
   * @throws IllegalArgumentException if a step has no score
   */
  public double of(StepScores scores) {
    return of(complete(scores).values().toArray());
  }

  /** {@link #of(StepScores)} of one score a step. */
  public double of(double[] scores) {
    return rule.applyAsDouble(scores);
  }

  /**
   * A number that orders solutions as {@link #of} does, without underflow: for {@link #PRODUCT} the
   * sum of logarithms, in (-inf, 0]; for the others the score itself.
   *
   * @throws IllegalArgumentException if a step has no score
   */
  public double rank(StepScores scores) {
    return rank(complete(scores).values().toArray());
  }

  /** {@link #rank(StepScores)} of one score a step. */
  public double rank(double[] scores) {
    return this == PRODUCT ? DoubleStream.of(scores).map(Math::log).sum() : of(scores);
  }

  /**
   * Whether it suits scores of this meaning (the paper, section 3.2.4): the minimum and the product
   * ask whether all steps are right, the last score whether the solution will succeed. A mean
   * claims neither, and of scores whose meaning nobody stated nothing can be said.
   */
  public boolean suits(ScoreMeaning meaning) {
    return switch (meaning) {
      case STEP_CORRECT -> this != LAST;
      case EVENTUAL_SUCCESS -> this == LAST || this == MEAN;
      case UNSTATED -> true;
    };
  }

  private static double smallest(double[] scores) {
    double smallest = scores[0];
    for (double score : scores) {
      smallest = Math.min(smallest, score);
    }
    return smallest;
  }

  private static double product(double[] scores) {
    double product = 1;
    for (double score : scores) {
      product *= score;
    }
    return product;
  }

  private static StepScores complete(StepScores scores) {
    if (!scores.isComplete()) {
      throw new IllegalArgumentException(
          "solution '%s' has %d steps but %d scores; score it without truncation first"
              .formatted(
                  scores.solution().id(), scores.solution().steps().size(), scores.scored()));
    }
    return scores;
  }
}
