package org.prmlab.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.StepScores;
import org.prmlab.data.Verdict;
import org.prmlab.report.ResultColumn;
import org.prmlab.report.TableRow;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.ClusterSums;
import org.prmlab.stats.Clusters;
import org.prmlab.stats.Estimate;
import org.prmlab.stats.SumStatistic;

/**
 * The share of solutions whose least step score is the last one: large for a PRM that judges
 * outcomes rather than steps (the paper, section 3.2.3 and Figure 8).
 *
 * <p>Solutions of one step are left out: their only score is the last one.
 *
 * @param strictIfDefined share where the last score is below all others; absent without solutions
 * @param withTiesIfDefined share where no score is below the last one; absent without solutions
 * @param solutions how many were counted
 * @param oneStep how many were left out
 */
public record MinScoreAtFinalStep(
    Optional<Estimate> strictIfDefined,
    Optional<Estimate> withTiesIfDefined,
    int solutions,
    int oneStep)
    implements TableRow {
  private static final List<ResultColumn> COLUMNS =
      List.of(
          ResultColumn.percent("lowest at the last step", "strict"),
          ResultColumn.percent("with ties", "with_ties"),
          ResultColumn.count("solutions", "solutions"),
          ResultColumn.count("of one step", "one_step"));

  /**
   * Share where the last score is below all others, in [0, 1].
   *
   * @throws IllegalStateException if it is undefined
   */
  public Estimate strict() {
    return strictIfDefined.orElseThrow(
        () -> new IllegalStateException("undefined: no solution has more than one step"));
  }

  /**
   * Share where no score is below the last one, in [0, 1].
   *
   * @throws IllegalStateException if it is undefined
   */
  public Estimate withTies() {
    return withTiesIfDefined.orElseThrow(
        () -> new IllegalStateException("undefined: no solution has more than one step"));
  }

  @Override
  public List<ResultColumn> columns() {
    return COLUMNS;
  }

  @Override
  public List<@Nullable Object> cells() {
    return List.of(strictIfDefined, withTiesIfDefined, solutions, oneStep);
  }

  /** As a table of one row. */
  @Override
  public String toString() {
    return table().toString();
  }

  /**
   * The share over these solutions; problems are drawn again for the interval.
   *
   * @throws IllegalArgumentException if a solution was scored in part: its last score is unknown
   */
  public static MinScoreAtFinalStep of(List<StepScores> scores, Bootstrap bootstrap) {
    scores.forEach(MinScoreAtFinalStep::requireComplete);
    return of(
        ScoredColumns.of(
            scores.stream().map(s -> new ScoredSolution(s, Verdict.allCorrect())).toList()),
        bootstrap);
  }

  /** The share over solutions in columns. */
  public static MinScoreAtFinalStep of(ScoredColumns rows, Bootstrap bootstrap) {
    TruthColumns truths = rows.truths();
    int[] several = IntStream.range(0, rows.size()).filter(r -> truths.steps(r) > 1).toArray();
    Clusters problems = Clusters.ofNumbers(IntStream.of(several).map(truths::problem).toArray());
    ClusterSums sums = new ClusterSums(1, 3); // strictly, with ties, all
    for (int i = 0; i < several.length; i++) {
      int end = truths.steps(several[i]) - 1;
      double last = rows.score(several[i], end);
      double before = rows.least(several[i], end);
      sums.part(0).add(problems.of(i), 0, last < before ? 1 : 0);
      sums.part(0).add(problems.of(i), 1, last <= before ? 1 : 0);
      sums.part(0).add(problems.of(i), 2, 1);
    }
    List<Optional<Estimate>> shares =
        bootstrap
            .intervals(problems, sums, List.of(SumStatistic.share(0, 2), SumStatistic.share(1, 2)))
            .get(0);
    return new MinScoreAtFinalStep(
        shares.get(0), shares.get(1), several.length, rows.size() - several.length);
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
