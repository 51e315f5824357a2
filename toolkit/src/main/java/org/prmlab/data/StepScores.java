package org.prmlab.data;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * The scores one PRM gives the steps of one solution.
 *
 * <p>A solution too long for its model may be scored in part: the first {@link #scored()} steps
 * have scores, the others are missing, and {@link #isComplete()} says so.
 */
public final class StepScores {
  private final String prm;
  private final ScoreMeaning meaning;
  private final Solution solution;
  private final double[] values;

  private StepScores(String prm, ScoreMeaning meaning, Solution solution, double[] values) {
    this.prm = prm;
    this.meaning = meaning;
    this.solution = solution;
    this.values = values;
  }

  /**
   * Scores of the leading steps of {@code solution}.
   *
   * @param values one probability in [0, 1] a step, in order; fewer than the steps if truncated
   * @throws IllegalArgumentException for a value outside [0, 1] or more values than steps
   */
  public static StepScores of(
      String prm, ScoreMeaning meaning, Solution solution, double... values) {
    int steps = solution.steps().size();
    if (values.length > steps) {
      throw new IllegalArgumentException(
          "solution '%s' has %d steps but %d scores; one score a step needed"
              .formatted(solution.id(), steps, values.length));
    }
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] >= 0 && values[i] <= 1)) {
        throw new IllegalArgumentException(
            "step %d scored %s, outside [0, 1]; apply the sigmoid or softmax first"
                .formatted(i, values[i]));
      }
    }
    return new StepScores(prm, meaning, solution, values.clone());
  }

  /** Name of the model that gave the scores. */
  public String prm() {
    return prm;
  }

  public ScoreMeaning meaning() {
    return meaning;
  }

  public Solution solution() {
    return solution;
  }

  /** How many leading steps have a score. */
  public int scored() {
    return values.length;
  }

  /** Whether every step has a score. */
  public boolean isComplete() {
    return values.length == solution.steps().size();
  }

  /**
   * Score of one step, in [0, 1].
   *
   * @param step counted from 0
   * @throws IndexOutOfBoundsException if that step has no score
   */
  public double value(int step) {
    return values[step];
  }

  /** The scores in step order, in [0, 1]. */
  public DoubleStream values() {
    return DoubleStream.of(values);
  }

  /**
   * The verdict these scores give: the first step not above the threshold is the first error.
   *
   * @param threshold a step is right iff its score is greater (ProcessBench; two-class PRMs: 0.5)
   */
  public Verdict verdict(double threshold) {
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] > threshold)) {
        return new Verdict(OptionalInt.of(i));
      }
    }
    return Verdict.allCorrect();
  }

  /** One line: the model, then the scores; unscored steps are dashes. */
  @Override
  public String toString() {
    String missing = ", -".repeat(solution.steps().size() - values.length);
    return values()
        .mapToObj(v -> String.format(Locale.ROOT, "%.3f", v))
        .collect(Collectors.joining(", ", prm + " [", missing + "]"));
  }
}
