package org.prmlab.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Selection from a whole group, where the first sample wins a tie. */
final class FirstOfTies {
  private FirstOfTies() {}

  static boolean best(CandidateGroup group) {
    Candidate best = group.candidates().get(0);
    for (Candidate candidate : group.candidates()) {
      if (candidate.score() > best.score()) {
        best = candidate;
      }
    }
    return best.correct();
  }

  /** Whether the first sample of the class with the largest summed weight is right. */
  static boolean heaviestClass(CandidateGroup group, ToDoubleFunction<Candidate> weight) {
    Map<Integer, Double> sums = new LinkedHashMap<>();
    Map<Integer, Candidate> firsts = new LinkedHashMap<>();
    for (Candidate candidate : group.candidates()) {
      sums.merge(candidate.answerClass(), weight.applyAsDouble(candidate), Double::sum);
      firsts.putIfAbsent(candidate.answerClass(), candidate);
    }
    Candidate chosen = group.candidates().get(0);
    for (Candidate first : firsts.values()) {
      if (sum(sums, first) > sum(sums, chosen)) {
        chosen = first;
      }
    }
    return chosen.correct();
  }

  private static double sum(Map<Integer, Double> sums, Candidate of) {
    return sums.getOrDefault(of.answerClass(), 0.0);
  }
}
