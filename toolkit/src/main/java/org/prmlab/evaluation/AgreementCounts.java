package org.prmlab.evaluation;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Agreement of Monte-Carlo labels with another source's at several hard-label thresholds, and how
 * much a consensus filter would keep at each (the paper, sections 3.1.2 to 3.1.4; Figure 5). Counts
 * only, so that those of parts of the data add up.
 *
 * @param threshold a rate above it is correct, in [0, 1)
 * @param steps steps that both label: rows the first source, columns the second, correct first
 * @param firstErrors solutions of which both say where they go wrong
 * @param kept those of them on which both agree: what the consensus filter keeps
 * @param withError solutions with an error by the first source
 */
public record AgreementCounts(
    double threshold, Confusion steps, long firstErrors, long kept, long withError) {
  private static final List<String> CATEGORIES = List.of("correct", "incorrect");

  /**
   * The counts of other solutions added to these.
   *
   * @throws IllegalArgumentException if they are of another threshold
   */
  public AgreementCounts plus(AgreementCounts other) {
    if (threshold != other.threshold) {
      throw new IllegalArgumentException(
          "counts at thresholds %s and %s; only those of one threshold add up"
              .formatted(threshold, other.threshold));
    }
    return new AgreementCounts(
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

  /** Counts at the paper's thresholds 0, 1/8 ... 7/8, solution by solution; keeps none. */
  public static final class Counter {
    private static final int EIGHTHS = 8;

    private final long[][][] steps = new long[EIGHTHS][2][2];
    private final long[] firstErrors = new long[EIGHTHS];
    private final long[] kept = new long[EIGHTHS];
    private final long[] withError = new long[EIGHTHS];

    /**
     * Counts a solution.
     *
     * @param id of the solution
     * @param rates labels of the first source, one a step: in [0, 1], NaN for none
     * @param other those of the second, of which one above 0 is correct
     * @throws IllegalArgumentException if the two do not label as many steps
     */
    public void add(String id, double[] rates, double[] other) {
      if (rates.length != other.length) {
        throw new IllegalArgumentException(
            "solution '%s' has %d steps in one file and %d in the other; expected as many in both"
                .formatted(id, rates.length, other.length));
      }
      for (int eighth = 0; eighth < EIGHTHS; eighth++) {
        add(eighth, rates, other);
      }
    }

    private void add(int eighth, double[] rates, double[] other) {
      double threshold = eighth / (double) EIGHTHS;
      for (int step = 0; step < rates.length; step++) {
        if (rates[step] >= 0 && other[step] >= 0) {
          steps[eighth][rates[step] > threshold ? 0 : 1][other[step] > 0 ? 0 : 1]++;
        }
      }
      int a = leading(rates, threshold);
      int b = leading(other, 0);
      if (isDecided(rates, a) && isDecided(other, b)) {
        firstErrors[eighth]++;
        kept[eighth] += a == b ? 1 : 0;
        withError[eighth] += a < rates.length ? 1 : 0;
      }
    }

    /** How many steps are above the threshold before the first that is not. */
    private static int leading(double[] rates, double threshold) {
      int step = 0;
      while (step < rates.length && rates[step] > threshold) {
        step++;
      }
      return step;
    }

    private static boolean isDecided(double[] rates, int leading) {
      return leading == rates.length || rates[leading] >= 0;
    }

    /** The counts so far, one entry a threshold. */
    public List<AgreementCounts> counts() {
      return IntStream.range(0, EIGHTHS)
          .mapToObj(
              eighth ->
                  new AgreementCounts(
                      eighth / (double) EIGHTHS,
                      Confusion.of(CATEGORIES, steps[eighth]),
                      firstErrors[eighth],
                      kept[eighth],
                      withError[eighth]))
          .toList();
    }
  }
}
