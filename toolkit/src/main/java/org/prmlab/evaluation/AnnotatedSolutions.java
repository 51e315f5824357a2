package org.prmlab.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.prmlab.data.Binarization;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.Solution;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;
import org.prmlab.data.StepScores;
import org.prmlab.data.Verdict;
import org.prmlab.stats.RandomStream;

/**
 * Solutions whose steps several sources labeled: what each says, beside another source or beside
 * the reference verdict.
 *
 * @param solutions each with the labels of every source that is asked for
 */
public record AnnotatedSolutions(List<LabeledSolution> solutions) {
  private static final String TRUTH = "truth";

  public AnnotatedSolutions {
    solutions = List.copyOf(solutions);
  }

  /** Those for which a condition holds. */
  public AnnotatedSolutions only(Predicate<LabeledSolution> condition) {
    return new AnnotatedSolutions(solutions.stream().filter(condition).toList());
  }

  /** The solutions without their labels. */
  public List<Solution> unlabeled() {
    return solutions.stream().map(LabeledSolution::solution).toList();
  }

  /**
   * The same with the labels of one more source.
   *
   * @param labels one a solution, in order
   * @throws IllegalArgumentException if there are more or fewer
   */
  public AnnotatedSolutions with(List<StepLabels> labels) {
    if (labels.size() != solutions.size()) {
      throw new IllegalArgumentException(
          "labels of %d solutions beside %d; one a solution expected"
              .formatted(labels.size(), solutions.size()));
    }
    List<LabeledSolution> more = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      List<StepLabels> all = new ArrayList<>(solutions.get(i).labels());
      all.add(labels.get(i));
      more.add(solutions.get(i).withLabels(all));
    }
    return new AnnotatedSolutions(more);
  }

  /** What two sources say of each solution. */
  public List<LabelPair> pairs(String first, String second) {
    return solutions.stream()
        .map(s -> new LabelPair(s.solution(), labels(s, first), labels(s, second)))
        .toList();
  }

  /**
   * What a source says of each solution, and what the reference verdict implies: nothing of the
   * steps after the first error.
   */
  public List<LabelPair> againstReference(String source) {
    return solutions.stream()
        .map(
            s ->
                new LabelPair(
                    s.solution(),
                    labels(s, source),
                    StepLabels.ofVerdict(TRUTH, s.solution().steps().size(), truth(s))))
        .toList();
  }

  /** Where a source finds the first error; not where its labels leave that open. */
  public List<PredictedVerdict> judged(String source, Binarization rule) {
    return solutions.stream()
        .map(s -> new PredictedVerdict(s.solution(), truth(s), labels(s, source).verdict(rule)))
        .toList();
  }

  /**
   * A source's labels as scores: a rate as it is, a right step 1, a wrong one 0, nothing from the
   * first step on that it did not label.
   */
  public List<StepScores> scores(String source) {
    return solutions.stream().map(s -> scores(s.solution(), labels(s, source))).toList();
  }

  /** The reference verdicts by id of the solution. */
  public Map<String, Verdict> truths() {
    return solutions.stream()
        .collect(Collectors.toMap(s -> s.solution().id(), AnnotatedSolutions::truth));
  }

  /**
   * The same with the counts of fewer rollouts, as if no more had been drawn: of each step the
   * first in a random order, so that more of the same seed include the fewer.
   *
   * @param rollouts of each step, at least 1
   * @throws IllegalArgumentException if a step has fewer
   */
  public AnnotatedSolutions withRollouts(int rollouts, long seed) {
    return new AnnotatedSolutions(
        IntStream.range(0, solutions.size())
            .mapToObj(i -> fewer(solutions.get(i), rollouts, RandomStream.of(seed, i)))
            .toList());
  }

  private static LabeledSolution fewer(
      LabeledSolution solution, int rollouts, UniformRandomProvider random) {
    List<StepLabels> all = new ArrayList<>();
    for (StepLabels labels : solution.labels()) {
      long own = random.nextLong(); // of the step's random order, however many are taken
      List<StepLabel> values = new ArrayList<>();
      for (int step = 0; step < labels.values().size(); step++) {
        StepLabel label = labels.values().get(step);
        values.add(
            label instanceof StepLabel.MonteCarlo counts
                ? fewer(counts, rollouts, RandomStream.of(own, step))
                : label);
      }
      all.add(new StepLabels(labels.source(), values));
    }
    return solution.withLabels(all);
  }

  private static StepLabel fewer(
      StepLabel.MonteCarlo counts, int rollouts, UniformRandomProvider random) {
    if (rollouts < 1 || rollouts > counts.total()) {
      throw new IllegalArgumentException(
          "%d rollouts wanted of a step that has %d; expected 1 to %d"
              .formatted(rollouts, counts.total(), counts.total()));
    }
    int correct = 0;
    for (int i = 0; i < rollouts; i++) {
      correct += random.nextInt(counts.total() - i) < counts.correct() - correct ? 1 : 0;
    }
    return StepLabel.monteCarlo(correct, rollouts);
  }

  private static StepScores scores(Solution solution, StepLabels labels) {
    boolean rates = labels.values().stream().anyMatch(StepLabel.MonteCarlo.class::isInstance);
    double[] values =
        labels.values().stream()
            .takeWhile(l -> l.hard(Binarization.withDefaults()).isPresent())
            .mapToDouble(AnnotatedSolutions::value)
            .toArray();
    ScoreMeaning meaning = rates ? ScoreMeaning.EVENTUAL_SUCCESS : ScoreMeaning.STEP_CORRECT;
    return StepScores.of(labels.source(), meaning, solution, values);
  }

  private static double value(StepLabel label) {
    if (label instanceof StepLabel.MonteCarlo counts) {
      return counts.estimate();
    }
    if (label instanceof StepLabel.Soft soft) {
      return soft.probability();
    }
    Optional<StepLabel.Hard> hard = label.hard(Binarization.withDefaults());
    return hard.orElseThrow() == StepLabel.Hard.CORRECT ? 1 : 0;
  }

  private static StepLabels labels(LabeledSolution solution, String source) {
    return solution
        .labels(source)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "solution '%s' has no labels from '%s'; it has them from %s"
                        .formatted(
                            solution.solution().id(),
                            source,
                            solution.labels().stream().map(StepLabels::source).toList())));
  }

  private static Verdict truth(LabeledSolution solution) {
    return solution
        .verdict()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "solution '%s' has no reference verdict to compare with"
                        .formatted(solution.solution().id())));
  }
}
