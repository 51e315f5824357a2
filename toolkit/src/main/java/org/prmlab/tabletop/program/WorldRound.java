package org.prmlab.tabletop.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.prmlab.model.CheckpointFolder;

/**
 * A round of tabletop worlds: how their problems are drawn, how solutions of them are written, and
 * which seeds its worlds have. Models and data of one round are of no use in another.
 */
public enum WorldRound {
  /**
   * The numbers 0 to 15. A line may turn its two numbers where the operation allows, and a policy
   * chooses the operation that it writes.
   */
  SECOND(
      16,
      Lines.FREE,
      10,
      TierShape.of(2, 3, 5, 0, .42, .30, .04, .12, .12, 0, 0, 0),
      TierShape.of(3, 5, 9, .10, .26, .22, .20, .11, .11, .05, .05, 0),
      TierShape.of(5, 6, 15, .20, .18, .18, .20, .10, .10, .08, .08, .08),
      TierShape.of(6, 8, 15, .25, .14, .14, .20, .12, .12, .06, .06, .16)),
  /**
   * The numbers 0 to 12, a prime number of them: products of different numbers differ. The running
   * value stands first in every line, and the operation is given, as the line's letter is: to copy
   * it is no reasoning.
   */
  THIRD(
      13,
      Lines.GIVEN,
      400,
      TierShape.ofProperFactors(2, 3, 5, 0, .46, .26, .04, .12, .12, 0, 0, 0),
      TierShape.ofProperFactors(3, 5, 9, .10, .32, .26, .16, .10, .10, .03, .03, 0),
      TierShape.ofProperFactors(5, 6, 12, .20, .28, .28, .16, .05, .05, .02, .02, .14),
      TierShape.ofProperFactors(6, 7, 12, .25, .32, .32, .21, 0, 0, 0, 0, .15));

  /** What a line of a solution leaves to its writer. */
  private enum Lines {
    /** The order of the two numbers, and the operation. */
    FREE,
    /** Neither. */
    GIVEN
  }

  /** Seeds after this one are for development; no reported world has one. */
  private static final int DEVELOPMENT = 300;

  private static final int REPORTED = 100; // numbers of reported worlds are smaller

  private final int numbers;
  private final Lines lines;
  private final int seed;
  private final List<TierShape> tiers;

  WorldRound(int numbers, Lines lines, int seed, TierShape... tiers) {
    this.numbers = numbers;
    this.lines = lines;
    this.seed = seed;
    this.tiers = List.of(tiers);
  }

  /** How many numbers there are; arithmetic is modulo this. */
  public int numbers() {
    return numbers;
  }

  TierShape shape(Tier tier) {
    return tiers.get(tier.index());
  }

  /** Whether a line may name its two numbers in either order where the operation allows. */
  boolean turns() {
    return lines == Lines.FREE;
  }

  /** Whether the operation of a line is given to its writer. */
  boolean givesOperations() {
    return lines == Lines.GIVEN;
  }

  /**
   * The seed of a world: a number that follows the round's own, or, for worlds of development,
   * which are numbered by their seeds, the number.
   *
   * @param number of the world, from 1
   */
  public int seed(int number) {
    return number < REPORTED ? seed + number : number;
  }

  /** The seed of what all worlds share; worlds of development share something else. */
  public int sharedSeed(int number) {
    if (this == SECOND) {
      return 1;
    }
    return isDevelopment(number) ? DEVELOPMENT : seed;
  }

  /** Whether a number is that of a world of development: the seeds 301 to 399. */
  public static boolean isDevelopment(int number) {
    return number > DEVELOPMENT && number < DEVELOPMENT + REPORTED;
  }

  /** The round that a model is of, by what its folder says about its training. */
  public static WorldRound of(Path folder) {
    return CheckpointFolder.at(folder)
        .provenance()
        .map(made -> made.path("settings").path("text").path("round"))
        .filter(JsonNode::isTextual)
        .map(round -> valueOf(round.asText()))
        .orElse(SECOND);
  }
}
