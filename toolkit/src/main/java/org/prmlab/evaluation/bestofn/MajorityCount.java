package org.prmlab.evaluation.bestofn;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.numbers.combinatorics.BinomialCoefficientDouble;

/**
 * maj@k over all subsets of k samples, counted exactly.
 *
 * <p>A class of answers with n_c samples wins with m votes in C(n_c, m) ways times the ways in
 * which the others share k - m votes, none with more than m; with t others at m it wins one tie in
 * t + 1. A table over (votes given, others at m) counts those ways, one class after the other.
 */
final class MajorityCount {
  /** Table updates allowed for one problem: a few tens of milliseconds. */
  private static final double LARGEST_WORK = 2e7;

  /** Largest group whose subset counts stay within a double. */
  private static final int LARGEST_GROUP = 1000;

  private final int[] sizes;
  private final int k;

  private MajorityCount(int[] sizes, int k) {
    this.sizes = sizes;
    this.k = k;
  }

  /** Whether counting takes no longer than sampling would. */
  static boolean isFeasible(CandidateGroup group, int k) {
    double classes =
        group.candidates().stream().mapToInt(Candidate::answerClass).distinct().count();
    return group.size() <= LARGEST_GROUP && classes * classes * k * k * k <= LARGEST_WORK;
  }

  /** The chance that the winner's first sample is right, ties averaged. */
  static double expectation(CandidateGroup group, int k) {
    Map<Integer, int[]> classes = new LinkedHashMap<>(); // class -> {samples, right ones}
    for (Candidate candidate : group.candidates()) {
      int[] counts = classes.computeIfAbsent(candidate.answerClass(), c -> new int[2]);
      counts[0]++;
      counts[1] += candidate.correct() ? 1 : 0;
    }
    int[] sizes = classes.values().stream().mapToInt(c -> c[0]).toArray();
    MajorityCount count = new MajorityCount(sizes, k);
    double subsets = BinomialCoefficientDouble.value(group.size(), k);
    double expectation = 0;
    int index = 0;
    for (int[] counts : classes.values()) {
      if (counts[1] > 0) {
        expectation += count.wins(index) / subsets * counts[1] / counts[0];
      }
      index++;
    }
    return expectation;
  }

  /** How many subsets class {@code index} wins; a tie of t + 1 classes counts 1 / (t + 1). */
  private double wins(int index) {
    double wins = 0;
    for (int votes = 1; votes <= Math.min(sizes[index], k); votes++) {
      double own = BinomialCoefficientDouble.value(sizes[index], votes);
      double[][] ways = waysOfOthers(index, votes);
      for (int tied = 0; tied < ways[k - votes].length; tied++) {
        wins += own * ways[k - votes][tied] / (tied + 1);
      }
    }
    return wins;
  }

  /**
   * ways[given][tied]: ways the other classes get that many votes, so many of them {@code most}.
   */
  private double[][] waysOfOthers(int without, int most) {
    int rest = k - most;
    double[][] ways = new double[rest + 1][rest / most + 1];
    ways[0][0] = 1;
    for (int other = 0; other < sizes.length; other++) {
      if (other != without) {
        ways = withClass(ways, sizes[other], most);
      }
    }
    return ways;
  }

  private static double[][] withClass(double[][] ways, int size, int most) {
    double[][] next = new double[ways.length][ways[0].length];
    for (int votes = 0; votes <= Math.min(size, most); votes++) {
      double choices = BinomialCoefficientDouble.value(size, votes);
      int tie = votes == most ? 1 : 0;
      for (int given = 0; given + votes < ways.length; given++) {
        for (int tied = 0; tied + tie < next[0].length; tied++) {
          next[given + votes][tied + tie] += choices * ways[given][tied];
        }
      }
    }
    return next;
  }
}
