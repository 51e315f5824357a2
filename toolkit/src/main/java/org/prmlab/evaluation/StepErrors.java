package org.prmlab.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.prmlab.data.Verdict;

/**
 * How well a system finds the first error: ProcessBench's measures, with intervals from drawing
 * problems again. Problems with right, with wrong and with both kinds of solutions are drawn
 * separately, so that no resample lacks a kind.
 *
 * @param f1 harmonic mean of the two accuracies; absent unless both are there; 0 if both are 0
 * @param errorAccuracy share of exact predictions among solutions with an error; absent if none
 * @param correctAccuracy the same among solutions without an error; absent if there are none
 * @param errors how many solutions have an error
 * @param corrects how many have none
 * @param unparsed how many predictions could not be read; each counts as no match
 * @see <a href="https://arxiv.org/abs/2412.06559">ProcessBench, section 4.1</a>
 */
public record StepErrors(
    Optional<Interval> f1,
    Optional<Interval> errorAccuracy,
    Optional<Interval> correctAccuracy,
    int errors,
    int corrects,
    int unparsed) {

  /** The measures of one set of predictions. */
  public static StepErrors of(List<JudgedSolution> rows, Bootstrap bootstrap) {
    ExactMatches matches = ExactMatches.of(rows);
    Clusters clusters = clusters(rows);
    int errors = (int) rows.stream().filter(r -> r.truth().hasError()).count();
    return new StepErrors(
        bootstrap.intervalIfDefined(clusters, matches::f1, matches.f1(clusters)),
        bootstrap.intervalIfDefined(
            clusters, matches::errorAccuracy, ShareFunction.of(matches.amongErrors(clusters))),
        bootstrap.intervalIfDefined(
            clusters, matches::correctAccuracy, ShareFunction.of(matches.amongCorrects(clusters))),
        errors,
        rows.size() - errors,
        (int) rows.stream().filter(r -> r.predicted().isEmpty()).count());
  }

  /** The measures of each part that {@code key} makes, in order of first appearance. */
  public static Map<String, StepErrors> by(
      Function<JudgedSolution, String> key, List<JudgedSolution> rows, Bootstrap bootstrap) {
    Map<String, List<JudgedSolution>> parts =
        rows.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    Map<String, StepErrors> measured = new LinkedHashMap<>();
    parts.forEach((name, part) -> measured.put(name, of(part, bootstrap)));
    return measured;
  }

  /**
   * ProcessBench's AvgF1: the unweighted mean of the splits' F1. Splits are drawn separately.
   *
   * @throws IllegalArgumentException if a split lacks solutions with or without an error
   */
  public static Interval averageF1(List<List<JudgedSolution>> splits, Bootstrap bootstrap) {
    return SplitAverage.of(splits).interval(bootstrap);
  }

  /** Problems as clusters, by the kinds of solutions they have. */
  static Clusters clusters(List<JudgedSolution> rows) {
    return Clusters.of(
        rows.stream().map(r -> r.solution().problem().key()).toList(),
        rows.stream().map(r -> kind(r.truth())).toList());
  }

  static String kind(Verdict truth) {
    return truth.hasError() ? "error" : "correct";
  }
}
