package org.prmlab.notebook;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.prmlab.answer.AnswerComparison;
import org.prmlab.data.Aggregation;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepDataset;
import org.prmlab.data.StepScores;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.PredictedVerdict;
import org.prmlab.evaluation.ScoredSolution;
import org.prmlab.evaluation.bestofn.BestOfN;
import org.prmlab.evaluation.bestofn.BestOfNCurves;
import org.prmlab.evaluation.bestofn.Estimator;
import org.prmlab.evaluation.bestofn.SampledSolutions;
import org.prmlab.evaluation.bestofn.Selection;
import org.prmlab.format.Formats;

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

  /** The PRMs that scored any of the solutions, by name. */
  public Set<String> prms() {
    Set<String> names = new TreeSet<>();
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

  /** Where the first errors of two PRMs differ, each as a step view with the truth if known. */
  public Disagreements disagreements(String first, String second, double threshold) {
    Disagreements all = Disagreements.of(scores(first), scores(second), threshold);
    return all.withTruth(data);
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
    SampledSolutions samples = samples();
    BestOfN unscored = BestOfN.of(samples.unscored()).withEstimator(estimator);
    BestOfNCurves curves =
        BestOfNCurves.none()
            .with("pass@k", unscored.curve(Selection.ANY))
            .with("maj@k", unscored.curve(Selection.MAJORITY));
    for (String prm : samples.prms()) {
      BestOfN chosen = BestOfN.of(samples.ranked(prm, aggregation)).withEstimator(estimator);
      curves = curves.with(prm, chosen.curve(Selection.BEST));
    }
    return curves;
  }

  /** The card of the data, and whose scores it holds. */
  @Override
  public String toString() {
    return data + "\nscores of                      " + String.join(", ", prms());
  }
}
