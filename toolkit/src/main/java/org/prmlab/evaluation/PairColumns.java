package org.prmlab.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prmlab.data.Binarization;
import org.prmlab.data.LabelColumn;
import org.prmlab.data.ProblemKey;
import org.prmlab.stats.Clusters;

/**
 * What two sources say about the steps of many solutions, as columns: {@link LabelPair}s by the
 * million.
 */
public final class PairColumns {
  private final Clusters problems; // rows are pairs
  private final int[] begins; // (pairs + 1): index of each pair's first step
  private final LabelColumn first;
  private final LabelColumn second;

  PairColumns(int[] problemOfPair, int[] begins, LabelColumn first, LabelColumn second) {
    this.problems = Clusters.ofNumbers(problemOfPair);
    this.begins = begins;
    this.first = first;
    this.second = second;
  }

  /** The columns of some pairs. */
  public static PairColumns of(List<LabelPair> pairs) {
    Map<ProblemKey, Integer> problems = new HashMap<>();
    int[] problemOfPair = new int[pairs.size()];
    int[] begins = new int[pairs.size() + 1];
    LabelColumn.Builder first = new LabelColumn.Builder();
    LabelColumn.Builder second = new LabelColumn.Builder();
    for (int i = 0; i < begins.length - 1; i++) {
      LabelPair pair = pairs.get(i);
      int next = problems.size();
      problemOfPair[i] = problems.computeIfAbsent(pair.solution().problem().key(), k -> next);
      begins[i + 1] = begins[i] + pair.solution().steps().size();
      first.add(pair.first());
      second.add(pair.second());
    }
    return new PairColumns(problemOfPair, begins, first.build(), second.build());
  }

  /** How many pairs there are. */
  public int size() {
    return begins.length - 1;
  }

  /** Number of steps of a pair, counted from 0. */
  public int steps(int pair) {
    return begins[pair + 1] - begins[pair];
  }

  /** Number of steps of the longest. */
  int mostSteps() {
    int most = 0;
    for (int pair = 0; pair < size(); pair++) {
      most = Math.max(most, steps(pair));
    }
    return most;
  }

  /** The pairs as rows, in clusters of one problem each. */
  Clusters problems() {
    return problems;
  }

  /** Whether a threshold makes a difference: some label is a rate. */
  public boolean hasRates() {
    return first.hasRates() || second.hasRates();
  }

  /** What both say under a rule. */
  public Classes classes(Binarization rule) {
    return new Classes(first.classes(rule), second.classes(rule));
  }

  /** The pairs under one rule: classes of steps and first errors. */
  public final class Classes {
    /** The first error of a pair that has none. */
    public static final int NO_ERROR = -1;

    /** The first error of a pair whose labels leave it open. */
    public static final int OPEN = -2;

    private final byte[] ofFirst;
    private final byte[] ofSecond;

    private Classes(byte[] ofFirst, byte[] ofSecond) {
      this.ofFirst = ofFirst;
      this.ofSecond = ofSecond;
    }

    /** The first source's class of a step: 1 correct, 0 incorrect, -1 none. */
    int first(int pair, int step) {
      return ofFirst[first.code(begins[pair] + step)];
    }

    int second(int pair, int step) {
      return ofSecond[second.code(begins[pair] + step)];
    }

    /** Where the first source sees the first error: a step, {@link #NO_ERROR} or {@link #OPEN}. */
    public int firstError(int pair) {
      return error(first, ofFirst, pair);
    }

    /** The same of the second source. */
    public int secondError(int pair) {
      return error(second, ofSecond, pair);
    }

    private int error(LabelColumn labels, byte[] classes, int pair) {
      for (int step = begins[pair]; step < begins[pair + 1]; step++) {
        int said = classes[labels.code(step)];
        if (said != 1) {
          return said == 0 ? step - begins[pair] : OPEN;
        }
      }
      return NO_ERROR;
    }

    /** Whether both say where the first error is, or that there is none. */
    public boolean isDecided(int pair) {
      return firstError(pair) != OPEN && secondError(pair) != OPEN;
    }

    /** How the verdicts on a decided pair differ. */
    public Disagreement disagreement(int pair) {
      return Disagreement.between(firstError(pair), secondError(pair));
    }

    /** Whether every step that both label has the same class from both. */
    public boolean sameSteps(int pair) {
      for (int step = 0; step < steps(pair); step++) {
        int a = first(pair, step);
        int b = second(pair, step);
        if (a >= 0 && b >= 0 && a != b) {
          return false;
        }
      }
      return true;
    }
  }

  /** The second source's labels. */
  public LabelColumn second() {
    return second;
  }

  /** Index of a pair's first step among those of all. */
  public int begin(int pair) {
    return begins[pair];
  }
}
