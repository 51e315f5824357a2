package org.prmlab.evaluation;

import java.util.List;
import java.util.Optional;
import org.prmlab.prm.StepScores;

/**
 * The share of solutions whose least step score is the last one: large for a PRM that judges
 * outcomes rather than steps (the paper, section 3.2.3 and Figure 8).
 *
 * <p>Solutions of one step are left out: their only score is the last one.
 *
 * @param strict share where the last score is below all others; absent without solutions
 * @param withTies share where no score is below the last one; absent without solutions
 * @param solutions how many were counted
 * @param oneStep how many were left out
 */
public record MinimumAtEnd(
    Optional<Interval> strict, Optional<Interval> withTies, int solutions, int oneStep) {

  /**
   * The share over these solutions; problems are drawn again for the interval.
   *
   * @throws IllegalArgumentException if a solution was scored in part: its last score is unknown
   */
  public static MinimumAtEnd of(List<StepScores> scores, Bootstrap bootstrap) {
    scores.forEach(MinimumAtEnd::requireComplete);
    List<StepScores> several = scores.stream().filter(s -> s.scored() > 1).toList();
    double[] strict = several.stream().mapToDouble(s -> last(s) < leastBefore(s) ? 1 : 0).toArray();
    double[] ties = several.stream().mapToDouble(s -> last(s) <= leastBefore(s) ? 1 : 0).toArray();
    Clusters clusters =
        Clusters.by(several.stream().map(s -> s.solution().problem().key()).toList());
    return new MinimumAtEnd(
        bootstrap.share(clusters, strict),
        bootstrap.share(clusters, ties),
        several.size(),
        scores.size() - several.size());
  }

  private static double last(StepScores scores) {
    return scores.value(scores.scored() - 1);
  }

  private static double leastBefore(StepScores scores) {
    return scores.values().limit(scores.scored() - 1L).min().orElseThrow();
  }

  private static void requireComplete(StepScores scores) {
    if (!scores.isComplete()) {
      throw new IllegalArgumentException(
          "solution '%s' has %d steps but %d scores; its last score is unknown: leave it out"
              .formatted(
                  scores.solution().id(), scores.solution().steps().size(), scores.scored()));
    }
  }
}
