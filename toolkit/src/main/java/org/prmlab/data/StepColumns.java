package org.prmlab.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The labels one source gives the steps of many solutions, as columns of primitives: what an
 * analysis of millions of solutions needs and nothing else.
 *
 * <p>Every label is a rate in [0, 1]: a hard label is 0 or 1, a rollout count is correct / total. A
 * step without a label is NaN.
 */
public final class StepColumns {
  private final String[] ids; // (solutions)
  private final int[] begins; // (solutions + 1): index of each solution's first step
  private final double[] rates; // (steps)

  private StepColumns(String[] ids, int[] begins, double[] rates) {
    this.ids = ids;
    this.begins = begins;
    this.rates = rates;
  }

  /** Number of solutions. */
  public int solutions() {
    return ids.length;
  }

  /** Number of steps of all solutions. */
  public int steps() {
    return rates.length;
  }

  /** Number of steps of one solution, counted from 0. */
  public int steps(int solution) {
    return begins[solution + 1] - begins[solution];
  }

  public String id(int solution) {
    return ids[solution];
  }

  /** The label of one step, both counted from 0: in [0, 1], NaN if it has none. */
  public double rate(int solution, int step) {
    return rates[begins[solution] + step];
  }

  /** How many steps are above {@code threshold} before the first that is not. */
  public int leadingCorrect(int solution, double threshold) {
    int begin = begins[solution];
    int end = begins[solution + 1];
    int step = begin;
    while (step < end && rates[step] > threshold) {
      step++;
    }
    return step - begin;
  }

  /**
   * These labels in the order of another source's solutions.
   *
   * @throws IllegalArgumentException if the two do not label the same solutions with the same
   *     number of steps; names the first that does not fit
   */
  public StepColumns inOrderOf(StepColumns other) {
    if (solutions() != other.solutions()) {
      throw new IllegalArgumentException(
          "%,d and %,d solutions; expected labels of the same ones"
              .formatted(solutions(), other.solutions()));
    }
    if (Arrays.equals(ids, other.ids) && Arrays.equals(begins, other.begins)) {
      return this;
    }
    Map<String, Integer> places = new HashMap<>(2 * ids.length);
    for (int i = 0; i < ids.length; i++) {
      places.put(ids[i], i);
    }
    Builder builder = new Builder();
    for (int i = 0; i < ids.length; i++) {
      int place = places.getOrDefault(other.ids[i], -1);
      if (place < 0 || steps(place) != other.steps(i)) {
        throw new IllegalArgumentException(
            "solution '%s' is not in both with the same number of steps".formatted(other.ids[i]));
      }
      builder.append(this, place);
    }
    return builder.build();
  }

  /** Collects columns row by row. */
  public static final class Builder {
    private String[] ids = new String[16];
    private int[] begins = new int[17];
    private double[] rates = new double[128];
    private int solutions;
    private int steps;

    /** Adds a step to the solution that the next {@link #end} closes. */
    public void add(double rate) {
      growRates(1);
      rates[steps++] = rate;
    }

    private void growRates(int more) {
      if (steps + more > rates.length) {
        rates = Arrays.copyOf(rates, Math.max(Math.multiplyExact(2, steps), steps + more));
      }
    }

    /** Number of steps added since the last solution was closed. */
    public int open() {
      return steps - begins[solutions];
    }

    /** Takes back the steps added since the last solution was closed. */
    public void forget() {
      steps = begins[solutions];
    }

    /** Closes a solution. */
    public void end(String id) {
      if (solutions == ids.length) {
        ids = Arrays.copyOf(ids, Math.multiplyExact(2, solutions));
        begins = Arrays.copyOf(begins, ids.length + 1);
      }
      ids[solutions++] = id;
      begins[solutions] = steps;
    }

    /** Adds all solutions of {@code other}. */
    public void append(StepColumns other) {
      for (int i = 0; i < other.solutions(); i++) {
        append(other, i);
      }
    }

    private void append(StepColumns other, int solution) {
      int count = other.steps(solution);
      growRates(count);
      System.arraycopy(other.rates, other.begins[solution], rates, steps, count);
      steps += count;
      end(other.ids[solution]);
    }

    /** The solutions that were closed. */
    public StepColumns build() {
      forget();
      return new StepColumns(
          Arrays.copyOf(ids, solutions),
          Arrays.copyOf(begins, solutions + 1),
          Arrays.copyOf(rates, steps));
    }
  }
}
