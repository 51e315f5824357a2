package org.prmlab.notebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.prmlab.answer.AnswerComparison;
import org.prmlab.data.Aggregation;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.ProblemKey;
import org.prmlab.data.Solution;
import org.prmlab.data.StepDataset;
import org.prmlab.data.StepScores;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.CorrectAnswerWrongProcess;
import org.prmlab.evaluation.MinScoreAtFinalStep;
import org.prmlab.evaluation.PredictedVerdict;
import org.prmlab.evaluation.ScoredSolution;
import org.prmlab.evaluation.StepErrors;
import org.prmlab.evaluation.ThresholdCurve;
import org.prmlab.evaluation.bestofn.AccuracyAtK;
import org.prmlab.evaluation.bestofn.BestOfNCurves;
import org.prmlab.evaluation.bestofn.Estimator;
import org.prmlab.evaluation.bestofn.RankedPairs;
import org.prmlab.evaluation.bestofn.SampledSolutions;
import org.prmlab.format.Formats;
import org.prmlab.report.ResultTable;
import org.prmlab.report.Results;
import org.prmlab.stats.Bootstrap;

/**
 * Solutions whose records hold the scores of PRMs, as {@code prmlab score} writes them: their
 * scores, where two PRMs differ, and what their choice among samples is worth, without a model.
 *
 * @param data the solutions in file order
 */
public record ScoredDataset(StepDataset data) {

  /** Reads a file in any format the toolkit knows. */
  public static ScoredDataset read(Path file) {
    return new ScoredDataset(Formats.read(file));
  }

  /** {@link #read(Path)} of a file by its name. */
  public static ScoredDataset read(String file) {
    return read(Path.of(file));
  }

  /**
   * The same with the scores of one more PRM.
   *
   * @param scores one a solution, in file order
   * @throws IllegalArgumentException if there are more or fewer
   */
  public ScoredDataset with(String prm, List<StepScores> scores) {
    if (scores.size() != data.size()) {
      throw new IllegalArgumentException(
          "scores of %d solutions beside %d of %s; one a solution expected"
              .formatted(scores.size(), data.size(), data.card().name()));
    }
    List<LabeledSolution> scored = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      StepScores one = scores.get(i);
      List<Double> values = one.values().boxed().toList();
      scored.add(data.solutions().get(i).withScores(prm, values, one.meaning()));
    }
    return new ScoredDataset(new StepDataset(data.card(), scored));
  }

  /** Those for which a condition holds. */
  public ScoredDataset only(Predicate<LabeledSolution> condition) {
    return new ScoredDataset(
        new StepDataset(data.card(), data.stream().filter(condition).toList()));
  }

  /** The PRMs that scored any of the solutions, by name, in the order of the records. */
  public Set<String> prms() {
    Set<String> names = new LinkedHashSet<>();
    data.solutions().forEach(s -> names.addAll(s.scores().keySet()));
    return names;
  }

  /**
   * The scores of a PRM, one a solution in file order.
   *
   * @throws IllegalArgumentException if it did not score all of them, or a score is no probability
   */
  public List<StepScores> scores(String prm) {
    return data.solutions().stream().map(s -> scores(s, prm)).toList();
  }

  private StepScores scores(LabeledSolution solution, String prm) {
    List<Double> values = solution.scores().get(prm);
    if (values == null) {
      throw new IllegalArgumentException(
          "%s: solution '%s' has no scores of '%s'; PRMs of this file: %s"
              .formatted(data.card().name(), solution.solution().id(), prm, prms()));
    }
    return StepScores.of(
        prm,
        solution.meaning(prm),
        solution.solution(),
        values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /**
   * The scores of a PRM beside the reference verdicts.
   *
   * @throws IllegalArgumentException if a solution has no verdict, or lacks a score of a step
   */
  public List<ScoredSolution> scored(String prm) {
    return data.solutions().stream()
        .map(s -> new ScoredSolution(scores(s, prm), verdict(s)))
        .toList();
  }

  private Verdict verdict(LabeledSolution solution) {
    return solution
        .verdict()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s: solution '%s' has no reference verdict; labeled data expected"
                        .formatted(data.card().name(), solution.solution().id())));
  }

  /** The verdicts of a PRM at a threshold: a step is right iff its score is greater. */
  public List<PredictedVerdict> judged(String prm, double threshold) {
    return scored(prm).stream().map(s -> s.at(threshold)).toList();
  }

  /** First errors located and right solutions accepted, a row a PRM. */
  public Results<StepErrors> stepErrors(double threshold, Bootstrap bootstrap) {
    return Results.each("PRM", prms(), p -> p, p -> StepErrors.of(judged(p, threshold), bootstrap));
  }

  /** Right answers by wrong processes and who notices them, a row a PRM. */
  public Results<CorrectAnswerWrongProcess> flawedCorrect(double threshold, Bootstrap bootstrap) {
    return Results.each(
        "PRM", prms(), p -> p, p -> CorrectAnswerWrongProcess.of(judged(p, threshold), bootstrap));
  }

  /** How often the lowest score of a solution is its last one, a row a PRM. */
  public Results<MinScoreAtFinalStep> lowestAtEnd(Bootstrap bootstrap) {
    return Results.each("PRM", prms(), p -> p, p -> MinScoreAtFinalStep.of(scores(p), bootstrap));
  }

  /**
   * F1 of every PRM in each part of the solutions, such as tiers, and the unweighted mean over
   * parts, as ProcessBench's AvgF1.
   *
   * @param part the part of a solution; its text is the name
   * @param threshold of a PRM by its name
   */
  public ResultTable f1By(
      Function<? super Solution, ?> part, ToDoubleFunction<String> threshold, Bootstrap bootstrap) {
    return F1Table.of(this, part, threshold, bootstrap);
  }

  /** The threshold with the largest F1 on these solutions, by PRM: to be used on others. */
  public Map<String, Double> bestThresholds() {
    Map<String, Double> best = new LinkedHashMap<>();
    prms().forEach(p -> best.put(p, ThresholdCurve.of(scored(p)).best().threshold()));
    return best;
  }

  /**
   * The solution that one PRM trusts most above another: at its first wrong step, or by its lowest
   * score if it has none.
   *
   * @throws IllegalArgumentException if there are no solutions
   */
  public StepView farthest(String trusting, String doubting) {
    LabeledSolution most =
        data.stream()
            .max(Comparator.comparingDouble(s -> trust(s, trusting) - trust(s, doubting)))
            .orElseThrow(() -> new IllegalArgumentException(data.card().name() + ": no solutions"));
    return steps(most.solution().id(), doubting, trusting);
  }

  private double trust(LabeledSolution solution, String prm) {
    StepScores scores = scores(solution, prm);
    OptionalInt error = verdict(solution).earliestError();
    return error.isPresent() ? scores.value(error.getAsInt()) : Aggregation.MIN.of(scores);
  }

  /** Where the first errors of two PRMs differ, each as a step view with the truth if known. */
  public Disagreements disagreements(String first, String second, double threshold) {
    return Disagreements.of(scores(first), scores(second), threshold).withTruth(data);
  }

  /**
   * The scores of PRMs for the steps of one solution.
   *
   * @throws IllegalArgumentException if there is no such solution
   */
  public StepView steps(String id, String... prms) {
    LabeledSolution solution =
        data.stream()
            .filter(s -> s.solution().id().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s: no solution '%s'".formatted(data.card().name(), id)));
    List<String> names = prms.length == 0 ? List.copyOf(prms()) : Arrays.asList(prms);
    if (names.isEmpty()) {
      throw new IllegalArgumentException(data.card().name() + ": no scores of any PRM");
    }
    StepView view = StepView.of(scores(solution, names.get(0)));
    for (String prm : names.subList(1, names.size())) {
      view = view.with(scores(solution, prm));
    }
    return solution.verdict().isPresent() ? view.withTruth(verdict(solution)) : view;
  }

  /** The samples of each problem, graded by the default comparison of answers. */
  public SampledSolutions samples() {
    return SampledSolutions.of(data.solutions(), AnswerComparison.withDefaults());
  }

  /**
   * Best-of-N of every PRM, beside pass@k and majority voting.
   *
   * @param aggregation how step scores rank samples
   */
  public BestOfNCurves curves(Aggregation aggregation, Estimator estimator) {
    return SampleWays.of(data.solutions()).curves(aggregation, estimator);
  }

  /**
   * The accuracy of the answer chosen among k samples: by any of them, by majority, by every PRM.
   *
   * @param aggregation how step scores rank samples
   * @param estimator which k of more samples, and how ties count
   * @param k from 1 to the samples of the problem that has fewest
   */
  public Results<AccuracyAtK> choices(Aggregation aggregation, Estimator estimator, int k) {
    return SampleWays.of(data.solutions()).at(aggregation, estimator, k);
  }

  /**
   * How often a right answer ranks above a wrong one, within a problem and between problems of the
   * same part, a row a PRM.
   *
   * @param aggregation how step scores rank samples
   * @param part such as the tier of a problem
   */
  public Results<RankedPairs> rankedPairs(
      Aggregation aggregation, Function<? super Solution, ?> part, Bootstrap bootstrap) {
    return Results.each(
        "PRM",
        prms(),
        p -> p,
        p ->
            RankedPairs.of(data.solutions(), s -> aggregation.rank(scores(s, p)), part, bootstrap));
  }

  /**
   * The solution of each problem that a PRM ranks first; of equal ones the earlier.
   *
   * @param aggregation how step scores rank samples
   */
  public List<LabeledSolution> picked(String prm, Aggregation aggregation) {
    Map<ProblemKey, LabeledSolution> best = new LinkedHashMap<>();
    for (LabeledSolution sample : data.solutions()) {
      best.merge(
          sample.solution().problem().key(),
          sample,
          (a, b) -> aggregation.rank(scores(b, prm)) > aggregation.rank(scores(a, prm)) ? b : a);
    }
    return List.copyOf(best.values());
  }

  /** {@link #choices} of each part, such as tiers, in order of first appearance. */
  public Map<String, Results<AccuracyAtK>> choicesBy(
      Function<? super Solution, ?> part, Aggregation aggregation, Estimator estimator, int k) {
    Map<String, Results<AccuracyAtK>> parts = new LinkedHashMap<>();
    StepDataset.split(part, data.solutions())
        .forEach(
            (name, some) -> parts.put(name, SampleWays.of(some).at(aggregation, estimator, k)));
    return parts;
  }

  /** The card of the data, and whose scores it holds. */
  @Override
  public String toString() {
    return data + "\nscores of                      " + String.join(", ", prms());
  }
}
