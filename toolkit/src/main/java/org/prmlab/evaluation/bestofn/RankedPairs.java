package org.prmlab.evaluation.bestofn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.ProblemKey;
import org.prmlab.data.Solution;
import org.prmlab.report.ResultColumn;
import org.prmlab.report.TableRow;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.Clusters;
import org.prmlab.stats.Estimate;

/**
 * How often a score ranks a right answer above a wrong one; equal scores count one half, so chance
 * gives one half. Best-of-N needs the order within a problem; a verdict by one threshold for all
 * problems gains from the order between problems too.
 *
 * @param within of pairs of the same problem, with an interval over problems; absent if there are
 *     none
 * @param between of pairs of different problems of the same part; absent if there are none
 */
public record RankedPairs(Optional<Estimate> within, Optional<Double> between) implements TableRow {
  private static final List<ResultColumn> COLUMNS =
      List.of(
          ResultColumn.percent("within a problem", "within"),
          ResultColumn.percent("between problems", "between"));

  private record Sample(ProblemKey problem, String part, boolean right, double rank) {
    boolean isOf(Sample other) {
      return problem.equals(other.problem);
    }

    double over(Sample other) {
      return rank > other.rank ? 1 : rank == other.rank ? 0.5 : 0;
    }
  }

  /**
   * The order of some samples; those whose answer was not judged do not count.
   *
   * @param rank larger is better
   * @param part such as the tier of a problem: pairs between parts do not count
   */
  public static RankedPairs of(
      List<LabeledSolution> samples,
      ToDoubleFunction<LabeledSolution> rank,
      Function<? super Solution, ?> part,
      Bootstrap bootstrap) {
    List<Sample> all =
        samples.stream()
            .filter(s -> s.solution().finalAnswerCorrect().isPresent())
            .map(s -> sample(s, rank.applyAsDouble(s), String.valueOf(part.apply(s.solution()))))
            .toList();
    List<Double> inside = new ArrayList<>();
    List<ProblemKey> problems = new ArrayList<>();
    double wins = 0;
    long pairs = 0;
    for (Sample right : all) {
      for (Sample wrong : all) {
        if (!right.right() || wrong.right() || !right.part().equals(wrong.part())) {
          continue;
        }
        if (right.isOf(wrong)) {
          inside.add(right.over(wrong));
          problems.add(right.problem());
        } else {
          wins += right.over(wrong);
          pairs++;
        }
      }
    }
    double[] values = inside.stream().mapToDouble(Double::doubleValue).toArray();
    return new RankedPairs(
        bootstrap.share(Clusters.by(problems), values),
        pairs == 0 ? Optional.empty() : Optional.of(wins / pairs));
  }

  private static Sample sample(LabeledSolution solution, double rank, String part) {
    Solution plain = solution.solution();
    return new Sample(plain.problem().key(), part, plain.finalAnswerCorrect().orElse(false), rank);
  }

  @Override
  public List<ResultColumn> columns() {
    return COLUMNS;
  }

  @Override
  public List<@Nullable Object> cells() {
    return List.of(within, between);
  }

  /** As a table of one row. */
  @Override
  public String toString() {
    return table().toString();
  }
}
