package org.prmlab.model;

import org.prmlab.model.folder.Fingerprint;

/**
 * A row of tokens and what a model should say where its head is read.
 *
 * <p>Arrays are not copied: millions of these are made.
 */
public final class TargetRow {
  private final TokenRow row;
  private final float[] targets;
  private final float[] trials;
  private final float[] weights;

  private TargetRow(TokenRow row, float[] targets, float[] trials, float[] weights) {
    this.row = row;
    this.targets = targets;
    this.trials = trials;
    this.weights = weights;
  }

  /**
   * A row of tokens with counts; every read counts alike.
   *
   * @param successes of each read, 0 to its trials
   * @param trials of each read, at least 1
   * @throws IllegalArgumentException if there is not one of both a read, or a count makes no sense
   */
  public static TargetRow ofCounts(TokenRow row, float[] successes, float[] trials) {
    float[] ones = new float[successes.length];
    java.util.Arrays.fill(ones, 1);
    TargetRow same = of(row, successes, ones);
    for (int i = 0; i < successes.length; i++) {
      if (trials.length != successes.length || !(successes[i] <= trials[i] && trials[i] >= 1)) {
        throw new IllegalArgumentException(
            "read %d: %s successes among %d counts of trials; expected at most its own trials"
                .formatted(i, successes[i], trials.length));
      }
    }
    return new TargetRow(same.row, successes, trials, ones);
  }

  /** A row of which every read counts alike. */
  public static TargetRow of(TokenRow row, float[] targets) {
    float[] ones = new float[targets.length];
    java.util.Arrays.fill(ones, 1);
    return of(row, targets, ones);
  }

  /**
   * A row of tokens with its targets.
   *
   * @param targets of each read: the index of a class, from 0, or a probability in [0, 1]
   * @param weights of each read in the loss, at least 0
   * @throws IllegalArgumentException if there is not one of both a read
   */
  public static TargetRow of(TokenRow row, float[] targets, float[] weights) {
    if (targets.length != row.scoredPositions() || weights.length != row.scoredPositions()) {
      throw new IllegalArgumentException(
          "%d reads but %d targets and %d weights; one of both a read needed"
              .formatted(row.scoredPositions(), targets.length, weights.length));
    }
    return new TargetRow(row, targets, new float[0], weights);
  }

  public TokenRow row() {
    return row;
  }

  /** Adds the row to a hash. */
  public void describe(Fingerprint print) {
    print.addNumbers(row.ids().toArray()).addNumbers(row.positions().toArray());
    print.addNumbers(targets).addNumbers(weights);
    if (trials.length > 0) {
      print.addNumbers(trials);
    }
  }

  float[] targets() {
    return targets;
  }

  /** How many trials each target is a count of; empty if they are no counts. */
  float[] trials() {
    return trials;
  }

  float[] weights() {
    return weights;
  }

  /** The sum of its weights. */
  public double weight() {
    double sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    return sum;
  }
}
