package org.prmlab.data;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The step scores that one PRM gives many solutions. */
public final class ScoreColumn {
  private final double[] scores; // (steps); NaN where a solution was scored in part
  private final int[] counts; // (solutions): how many scores; NONE if it has none

  private final Kind kind;

  private static final int NONE = -1;

  private ScoreColumn(double[] scores, int[] counts, Kind kind) {
    this.scores = scores;
    this.counts = counts;
    this.kind = kind;
  }

  /** What tells the scores of a PRM from those of an outcome model that are written as lists. */
  private static final class Kind {
    final Set<ScoreMeaning> meanings = EnumSet.noneOf(ScoreMeaning.class);
    boolean aStep; // a list of other than one score, or one whose meaning is told
    boolean aSolution; // one score of several steps, or no probability

    Kind copy() {
      Kind copy = new Kind();
      copy.add(this);
      return copy;
    }

    void add(Kind other) {
      meanings.addAll(other.meanings);
      aStep |= other.aStep;
      aSolution |= other.aSolution;
    }

    void add(double[] scores, int count, int steps, Optional<ScoreMeaning> meaning) {
      meanings.add(meaning.orElse(ScoreMeaning.UNSTATED));
      if (count != 1 || meaning.isPresent()) {
        aStep = true;
      } else if (steps > 1 || scores[0] < 0 || scores[0] > 1) {
        aSolution = true;
      }
    }
  }

  /** What the scores are probabilities of, of all solutions that have some. */
  public Set<ScoreMeaning> meanings() {
    return Set.copyOf(kind.meanings);
  }

  /** Whether some solution shows that these are scores of steps. */
  boolean isOfSteps() {
    return kind.aStep;
  }

  /** Whether some solution of several steps has one score, or a score that is no probability. */
  boolean isOfSolutions() {
    return kind.aSolution;
  }

  /**
   * Scores that were brought into the order of the solutions.
   *
   * @param scores one a step of all solutions, NaN where there is none
   * @param counts how many leading steps of each solution are scored
   */
  public static ScoreColumn of(double[] scores, int[] counts) {
    return new ScoreColumn(scores.clone(), counts.clone(), new Kind());
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
  public static final class Builder {
    private double[] scores = new double[64];
    private int[] counts = new int[16];
    private int size;
    private int solutions;
    private final Kind kind = new Kind();

    /**
     * The scores of the next solution.
     *
     * @param of at most one a step, in step order
     */
    public void add(double[] of, int steps) {
      add(of, of.length, steps, Optional.empty());
    }

    void add(double[] of, int count, int steps, Optional<ScoreMeaning> meaning) {
      kind.add(of, count, steps, meaning);
      put(of, count, steps);
    }

    private void put(double[] of, int count, int steps) {
      scores = grown(steps);
      System.arraycopy(of, 0, scores, size, Math.max(0, count));
      Arrays.fill(scores, size + Math.max(0, count), size + steps, Double.NaN);
      size += steps;
      addCount(count);
    }

    /** The next solution, which was not scored. */
    public void addNone(int steps) {
      put(new double[0], NONE, steps);
    }

    /** Several solutions that were not scored, of so many steps together. */
    void addNone(int several, int steps) {
      for (int i = 0; i < several; i++) {
        addNone(i == 0 ? steps : 0);
      }
    }

    void addAll(ScoreColumn other) {
      kind.add(other.kind);
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

    /** What was added. */
    public ScoreColumn build() {
      return new ScoreColumn(
          Arrays.copyOf(scores, size), Arrays.copyOf(counts, solutions), kind.copy());
    }
  }
}
