package org.prmlab.evaluation.bestofn;

import java.util.Comparator;
import java.util.List;

/**
 * Exact expectations over all subsets of k samples, by counting the subsets each sample decides.
 */
final class SubsetExpectation {
  private SubsetExpectation() {}

  /** pass@k: 1 - C(n - c, k) / C(n, k) for c right ones of n, as a product that cannot overflow. */
  static double any(CandidateGroup group, int k) {
    int n = group.size();
    long right = group.candidates().stream().filter(Candidate::correct).count();
    double allWrong = 1;
    for (int i = 0; i < k; i++) {
      allWrong *= Math.max(0, n - right - i) / (double) (n - i);
    }
    return 1 - allWrong;
  }

  /**
   * prm@k: with samples sorted by score, number i (from 0) is the best of C(n - 1 - i, k - 1)
   * subsets. Samples that tie share their subsets equally.
   */
  static double best(CandidateGroup group, int k) {
    List<Candidate> sorted =
        group.candidates().stream()
            .sorted(Comparator.comparingDouble(Candidate::score).reversed())
            .toList();
    int n = sorted.size();
    double expectation = 0;
    double share = (double) k / n; // C(n - 1, k - 1) / C(n, k)
    int i = 0;
    while (i < n) {
      int end = endOfTie(sorted, i);
      double tied = 0;
      for (int j = i; j < end; j++) {
        tied += share;
        share = n - 1 - j == 0 ? 0 : share * Math.max(0, n - j - k) / (n - 1 - j);
      }
      expectation += tied * shareCorrect(sorted.subList(i, end));
      i = end;
    }
    return expectation;
  }

  private static int endOfTie(List<Candidate> sorted, int start) {
    int end = start + 1;
    while (end < sorted.size() && sorted.get(end).score() == sorted.get(start).score()) {
      end++;
    }
    return end;
  }

  private static double shareCorrect(List<Candidate> candidates) {
    return candidates.stream().mapToInt(c -> c.correct() ? 1 : 0).average().orElseThrow();
  }
}
