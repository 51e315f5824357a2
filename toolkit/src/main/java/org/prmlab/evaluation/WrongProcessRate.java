package org.prmlab.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Solution;
import org.prmlab.data.StepDataset;
import org.prmlab.data.Verdict;
import org.prmlab.report.ResultColumn;
import org.prmlab.report.Results;
import org.prmlab.report.TableRow;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.Clusters;
import org.prmlab.stats.Estimate;

/**
 * How many right answers were reached by a wrong process (the paper, Figure 6). Solutions without a
 * reference verdict, or whose answer was not judged, do not count.
 *
 * @param rightAnswers solutions with a right answer and a reference verdict
 * @param rateIfDefined share of these that have an error; absent if there are none
 */
public record WrongProcessRate(int rightAnswers, Optional<Estimate> rateIfDefined)
    implements TableRow {
  private static final List<ResultColumn> COLUMNS =
      List.of(
          ResultColumn.count("right answers", "right_answers"),
          ResultColumn.percent("of these by a wrong process", "wrong_process"));

  /** The rate of some solutions; problems are drawn for its interval. */
  public static WrongProcessRate of(List<LabeledSolution> solutions, Bootstrap bootstrap) {
    List<LabeledSolution> right =
        solutions.stream()
            .filter(s -> s.verdict().isPresent())
            .filter(s -> s.solution().finalAnswerCorrect().orElse(false))
            .toList();
    double[] wrong =
        right.stream()
            .mapToDouble(s -> s.verdict().filter(Verdict::hasError).isPresent() ? 1 : 0)
            .toArray();
    Clusters clusters = Clusters.by(right.stream().map(s -> s.solution().problem().key()).toList());
    return new WrongProcessRate(right.size(), bootstrap.share(clusters, wrong));
  }

  /**
   * The rate of each part of the solutions, such as solvers, in order of first appearance, and of
   * all.
   *
   * @param part the part of a solution; its text is the name
   */
  public static Results<WrongProcessRate> by(
      Function<? super Solution, ?> part, List<LabeledSolution> solutions, Bootstrap bootstrap) {
    Map<String, WrongProcessRate> rates = new LinkedHashMap<>();
    StepDataset.split(part, solutions)
        .forEach((name, some) -> rates.put(name, of(some, bootstrap)));
    return Results.of("part", rates).ofTotal(of(solutions, bootstrap));
  }

  /**
   * The share, in [0, 1].
   *
   * @throws IllegalStateException if it is undefined
   */
  public Estimate rate() {
    return rateIfDefined.orElseThrow(
        () -> new IllegalStateException("undefined: no right answer with a reference verdict"));
  }

  @Override
  public List<ResultColumn> columns() {
    return COLUMNS;
  }

  @Override
  public List<@Nullable Object> cells() {
    return List.of(rightAnswers, rateIfDefined);
  }

  /** As a table of one row. */
  @Override
  public String toString() {
    return table().toString();
  }
}
