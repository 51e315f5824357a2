package org.prmlab.evaluation;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.prmlab.data.StepColumns;

/**
 * Agreement of Monte-Carlo labels with another source's at several hard-label thresholds, and how
 * much a consensus filter would keep at each (the paper, sections 3.1.2 to 3.1.4; Figure 5). Made
 * for millions of solutions: one pass over columns a threshold, thresholds side by side.
 *
 * @param threshold a rate above it is correct, in [0, 1)
 * @param steps steps that both label: rows the first source, columns the second, correct first
 * @param firstErrors solutions of which both say where they go wrong
 * @param kept those of them on which both agree: what the consensus filter keeps
 * @param withError solutions with an error by the first source
 */
public record ThresholdSweep(
    double threshold, Confusion steps, long firstErrors, long kept, long withError) {
  private static final List<String> CATEGORIES = List.of("correct", "incorrect");

  /**
   * The paper's thresholds 0, 1/8 ... 7/8.
   *
   * @throws IllegalArgumentException if the two do not label the same solutions
   */
  public static List<ThresholdSweep> eighths(StepColumns rates, StepColumns other) {
    StepColumns second = other.inOrderOf(rates);
    return IntStream.range(0, 8)
        .parallel()
        .mapToObj(eighth -> at(eighth / 8.0, rates, second))
        .toList();
  }

  private static ThresholdSweep at(double threshold, StepColumns rates, StepColumns second) {
    Counts counts = new Counts();
    for (int i = 0; i < rates.solutions(); i++) {
      counts.add(threshold, rates, second, i);
    }
    return new ThresholdSweep(
        threshold,
        Confusion.of(CATEGORIES, counts.steps),
        counts.firstErrors,
        counts.kept,
        counts.withError);
  }

  /**
   * The counts of other solutions added to these.
   *
   * @throws IllegalArgumentException if they are of another threshold
   */
  public ThresholdSweep plus(ThresholdSweep other) {
    if (threshold != other.threshold) {
      throw new IllegalArgumentException(
          "counts at thresholds %s and %s; only those of one threshold add up"
              .formatted(threshold, other.threshold));
    }
    return new ThresholdSweep(
        threshold,
        steps.plus(other.steps),
        firstErrors + other.firstErrors,
        kept + other.kept,
        withError + other.withError);
  }

  /** Agreement beyond chance on steps; empty where chance alone agrees on all. */
  public OptionalDouble kappa() {
    return CohenKappa.of(steps);
  }

  /** Share of decided solutions that the consensus filter keeps, in [0, 1]; empty without any. */
  public OptionalDouble retention() {
    return firstErrors == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) kept / firstErrors);
  }

  private static final class Counts {
    private final long[][] steps = new long[2][2];
    private long firstErrors;
    private long kept;
    private long withError;

    /** The second source's labels are two-class: above 0 is correct. */
    void add(double threshold, StepColumns rates, StepColumns second, int solution) {
      int length = rates.steps(solution);
      for (int step = 0; step < length; step++) {
        double a = rates.rate(solution, step);
        double b = second.rate(solution, step);
        if (a >= 0 && b >= 0) {
          steps[a > threshold ? 0 : 1][b > 0 ? 0 : 1]++;
        }
      }
      int a = rates.leadingCorrect(solution, threshold);
      int b = second.leadingCorrect(solution, 0);
      if (isDecided(rates, solution, a) && isDecided(second, solution, b)) {
        firstErrors++;
        kept += a == b ? 1 : 0;
        withError += a < length ? 1 : 0;
      }
    }

    private static boolean isDecided(StepColumns labels, int solution, int leading) {
      return leading == labels.steps(solution) || labels.rate(solution, leading) >= 0;
    }
  }
}
