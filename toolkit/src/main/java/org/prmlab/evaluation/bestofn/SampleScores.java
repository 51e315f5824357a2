package org.prmlab.evaluation.bestofn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.prmlab.data.Aggregation;
import org.prmlab.data.ScoreColumn;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.SolutionColumns;

/**
 * By whose scores one of several samples can be chosen. A sample without a score ranks last and has
 * no weight; a model chooses that scored a sample of every problem.
 *
 * @param samples the samples, with their answers
 */
public record SampleScores(SampleColumns samples) {

  private SolutionColumns columns() {
    return samples.columns();
  }

  /** The PRMs that scored a sample of every problem, in order of first appearance. */
  public List<String> prms() {
    return columns().prms().stream()
        .filter(prm -> samples.inEveryProblem(columns().scores(prm)::has))
        .toList();
  }

  /** The outcome models that did. */
  public List<String> outcomeModels() {
    return columns().outcomeModels().stream()
        .filter(model -> samples.inEveryProblem(sample -> hasOutcome(model, sample)))
        .toList();
  }

  /** The PRMs and outcome models that did not. */
  public List<String> leftOut() {
    List<String> others = new ArrayList<>(columns().prms());
    others.addAll(columns().outcomeModels());
    others.removeAll(prms());
    others.removeAll(outcomeModels());
    return others.stream().sorted().distinct().toList();
  }

  /** What a PRM's scores are probabilities of, if all samples that have some agree. */
  public ScoreMeaning meaning(String prm) {
    Set<ScoreMeaning> all = columns().isPrm(prm) ? columns().scores(prm).meanings() : Set.of();
    return all.size() == 1 ? all.iterator().next() : ScoreMeaning.UNSTATED;
  }

  /** How many samples a PRM or outcome model gave no score. */
  public int unscored(String model) {
    return (int) IntStream.range(0, samples.size()).filter(i -> !has(model, i)).count();
  }

  /**
   * The groups for prm@k: products rank by their logarithms, so long solutions do not underflow.
   *
   * @throws IllegalArgumentException if the PRM scored none of a problem's samples, or some in part
   */
  public CandidateColumns ranked(String prm, Aggregation aggregation) {
    requireScored(prm);
    return samples.by(score(prm, aggregation::rank, Double.NEGATIVE_INFINITY));
  }

  /**
   * The same by scores that came from elsewhere, in the order of the data; all samples have some.
   */
  public CandidateColumns ranked(ScoreColumn scores, Aggregation aggregation) {
    return samples.by(i -> aggregation.rank(scores(scores, i)));
  }

  /** The groups for weighted votes: scores in [0, 1]. */
  public CandidateColumns weighted(String prm, Aggregation aggregation) {
    requireScored(prm);
    return samples.by(score(prm, aggregation::of, 0));
  }

  /** The groups for the choice of an outcome model. */
  public CandidateColumns rankedByOutcome(String model) {
    requireScored(model);
    return samples.by(i -> outcome(model, i, Double.NEGATIVE_INFINITY));
  }

  /**
   * The groups for votes weighted by an outcome model's scores.
   *
   * @return empty if a score lies outside [0, 1]: a sum of them would weigh nothing then
   */
  public Optional<CandidateColumns> weightedByOutcome(String model) {
    requireScored(model);
    boolean weights =
        IntStream.range(0, samples.size())
            .mapToDouble(i -> outcome(model, i, 0))
            .allMatch(score -> score >= 0 && score <= 1);
    return weights ? Optional.of(samples.by(i -> outcome(model, i, 0))) : Optional.empty();
  }

  private boolean has(String model, int sample) {
    return hasOutcome(model, sample)
        || (columns().isPrm(model) && columns().scores(model).has(sample));
  }

  private boolean hasOutcome(String model, int sample) {
    return !Double.isNaN(columns().outcome(model, sample));
  }

  private double outcome(String model, int sample, double otherwise) {
    double score = columns().outcome(model, sample);
    return Double.isNaN(score) ? otherwise : score;
  }

  /** What a rule makes of the scores of a sample's steps, or of a sample that has none. */
  private SampleColumns.SampleScore score(
      String prm, ToDoubleFunction<double[]> rule, double unscored) {
    if (!columns().isPrm(prm)) {
      return sample -> unscored;
    }
    ScoreColumn scores = columns().scores(prm);
    return sample -> scores.has(sample) ? rule.applyAsDouble(scores(scores, sample)) : unscored;
  }

  private double[] scores(ScoreColumn scores, int sample) {
    int steps = columns().steps(sample);
    int begin = columns().begin(sample);
    double[] of = new double[scores.scored(sample)];
    for (int i = 0; i < of.length; i++) {
      of[i] = scores.score(begin + i);
      if (!(of[i] >= 0 && of[i] <= 1)) {
        throw new IllegalArgumentException(
            "step %d scored %s, outside [0, 1]; apply the sigmoid or softmax first"
                .formatted(i, of[i]));
      }
    }
    if (of.length != steps) {
      throw new IllegalArgumentException(
          "solution '%s' has %d steps but %d scores; score it without truncation first"
              .formatted(columns().ids().get(sample), steps, of.length));
    }
    return of;
  }

  private void requireScored(String model) {
    int lacking = samples.firstLacking(i -> has(model, i));
    if (lacking >= 0) {
      List<String> names = new ArrayList<>(columns().prms());
      names.addAll(columns().outcomeModels());
      throw new IllegalArgumentException(
          "solution '%s' has no scores of '%s', but of %s"
              .formatted(
                  columns().ids().get(lacking),
                  model,
                  names.stream().filter(name -> has(name, lacking)).toList()));
    }
  }
}
