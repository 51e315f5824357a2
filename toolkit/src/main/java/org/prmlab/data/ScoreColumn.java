package org.prmlab.data;

import java.util.Arrays;

/** The step scores that one PRM gives many solutions. */
public final class ScoreColumn {
  private final double[] scores; // (steps); NaN where a solution was scored in part
  private final int[] counts; // (solutions): how many scores; NONE if it has none

  private static final int NONE = -1;

  private ScoreColumn(double[] scores, int[] counts) {
    this.scores = scores;
    this.counts = counts;
  }

  /** The score of a step, counted over all solutions from 0. */
  public double score(int step) {
    return scores[step];
  }

  /** Whether the PRM scored the solution, be it in part. */
  public boolean has(int solution) {
    return counts[solution] != NONE;
  }

  /** How many steps of a solution it scored. */
  public int scored(int solution) {
    return Math.max(0, counts[solution]);
  }

  /** Whether every solution has scores of it. */
  public boolean isComplete() {
    return Arrays.stream(counts).noneMatch(count -> count == NONE);
  }

  /** Collects scores, solution by solution. */
  static final class Builder {
    private double[] scores = new double[64];
    private int[] counts = new int[16];
    private int size;
    private int solutions;

    void add(double[] of, int count, int steps) {
      scores = grown(steps);
      System.arraycopy(of, 0, scores, size, Math.max(0, count));
      Arrays.fill(scores, size + Math.max(0, count), size + steps, Double.NaN);
      size += steps;
      addCount(count);
    }

    void addNone(int steps) {
      add(new double[0], NONE, steps);
    }

    void addAll(ScoreColumn other) {
      scores = grown(other.scores.length);
      System.arraycopy(other.scores, 0, scores, size, other.scores.length);
      size += other.scores.length;
      for (int count : other.counts) {
        addCount(count);
      }
    }

    private double[] grown(int more) {
      int needed = Math.addExact(size, more);
      return needed <= scores.length
          ? scores
          : Arrays.copyOf(scores, Growth.atLeast(needed, scores.length));
    }

    private void addCount(int count) {
      if (solutions == counts.length) {
        counts = Arrays.copyOf(counts, Growth.atLeast(solutions + 1, solutions));
      }
      counts[solutions++] = count;
    }

    ScoreColumn build() {
      return new ScoreColumn(Arrays.copyOf(scores, size), Arrays.copyOf(counts, solutions));
    }
  }
}
