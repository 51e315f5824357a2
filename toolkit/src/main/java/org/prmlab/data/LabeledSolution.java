package org.prmlab.data;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A solution with everything its record says about it.
 *
 * @param solution the solution
 * @param verdict the reference verdict (ProcessBench's human one); absent if the record has none
 * @param labels step labels, one entry a source, each with one label a step
 * @param scores step scores by name of the PRM, at most one a step, in step order; fewer if the PRM
 *     truncated the solution
 * @param meanings what the scores of a PRM are probabilities of, by its name; absent where nobody
 *     said
 * @param outcomes outcome scores by name of the model: one for the whole solution, any finite
 *     number, larger is better
 * @param extra fields of the record that the toolkit does not read, by name, as JSON text; they
 *     survive a round trip through the toolkit's own format
 */
public record LabeledSolution(
    Solution solution,
    Optional<Verdict> verdict,
    List<StepLabels> labels,
    Map<String, List<Double>> scores,
    Map<String, ScoreMeaning> meanings,
    Map<String, Double> outcomes,
    Map<String, String> extra) {
  public LabeledSolution {
    labels = List.copyOf(labels);
    Map<String, List<Double>> copies = new LinkedHashMap<>();
    scores.forEach((prm, values) -> copies.put(prm, List.copyOf(values)));
    scores = Collections.unmodifiableMap(copies);
    Map<String, ScoreMeaning> known = new LinkedHashMap<>(meanings);
    known.keySet().retainAll(scores.keySet());
    meanings = Collections.unmodifiableMap(known);
    outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    check(solution, verdict);
    checkSources(solution, labels);
    labels.forEach(l -> check(solution, l));
    scores.forEach((prm, values) -> check(solution, prm, values.size()));
    outcomes.forEach((model, score) -> check(solution, model, score));
  }

  /** A solution and its reference verdict. */
  public static LabeledSolution of(Solution solution, Verdict verdict) {
    return new LabeledSolution(
        solution, Optional.of(verdict), List.of(), Map.of(), Map.of(), Map.of(), Map.of());
  }

  /** A solution and one source's labels. */
  public static LabeledSolution of(Solution solution, StepLabels labels) {
    return new LabeledSolution(
        solution, Optional.empty(), List.of(labels), Map.of(), Map.of(), Map.of(), Map.of());
  }

  /** A solution of which nothing is said yet. */
  public static LabeledSolution of(Solution solution) {
    return new LabeledSolution(
        solution, Optional.empty(), List.of(), Map.of(), Map.of(), Map.of(), Map.of());
  }

  /** This solution with another reference verdict. */
  public LabeledSolution withVerdict(Verdict verdict) {
    return new LabeledSolution(
        solution, Optional.of(verdict), labels, scores, meanings, outcomes, extra);
  }

  /** This solution with other labels in place of all it has. */
  public LabeledSolution withLabels(List<StepLabels> labels) {
    return new LabeledSolution(solution, verdict, labels, scores, meanings, outcomes, extra);
  }

  /** This solution with other scores in place of all it has; known meanings of theirs stay. */
  public LabeledSolution withScores(Map<String, List<Double>> scores) {
    return new LabeledSolution(solution, verdict, labels, scores, meanings, outcomes, extra);
  }

  /** This solution with one PRM's scores beside those it has. */
  public LabeledSolution withScores(String prm, List<Double> values, ScoreMeaning meaning) {
    Map<String, List<Double>> all = new LinkedHashMap<>(scores);
    all.put(prm, values);
    Map<String, ScoreMeaning> known = new LinkedHashMap<>(meanings);
    known.put(prm, meaning);
    return new LabeledSolution(solution, verdict, labels, all, known, outcomes, extra);
  }

  /** This solution with one outcome model's score beside those it has. */
  public LabeledSolution withOutcome(String model, double score) {
    Map<String, Double> all = new LinkedHashMap<>(outcomes);
    all.put(model, score);
    return withOutcomes(all);
  }

  /** This solution with these meanings of its scores. */
  public LabeledSolution withMeanings(Map<String, ScoreMeaning> meanings) {
    return new LabeledSolution(solution, verdict, labels, scores, meanings, outcomes, extra);
  }

  /** What the scores of a PRM are probabilities of. */
  public ScoreMeaning meaning(String prm) {
    return meanings.getOrDefault(prm, ScoreMeaning.UNSTATED);
  }

  /** This solution with other outcome scores in place of all it has. */
  public LabeledSolution withOutcomes(Map<String, Double> outcomes) {
    return new LabeledSolution(solution, verdict, labels, scores, meanings, outcomes, extra);
  }

  /** This solution with other unread fields in place of all it has. */
  public LabeledSolution withExtra(Map<String, String> extra) {
    return new LabeledSolution(solution, verdict, labels, scores, meanings, outcomes, extra);
  }

  /** The labels of one source; empty if that source did not label it. */
  public Optional<StepLabels> labels(String source) {
    return labels.stream().filter(l -> l.source().equals(source)).findFirst();
  }

  /**
   * The reference verdict, or else what the first source's labels say.
   *
   * @return empty if there is neither, or the labels leave it open
   */
  public Optional<Verdict> verdict(Binarization rule) {
    return verdict.isPresent()
        ? verdict
        : labels.stream().findFirst().flatMap(l -> l.verdict(rule));
  }

  /** Whether it reaches the gold answer by a wrong process; false where either is not known. */
  public boolean isCorrectAnswerByWrongProcess() {
    return solution.finalAnswerCorrect().orElse(false)
        && verdict.map(Verdict::hasError).orElse(false);
  }

  private static void check(Solution solution, Optional<Verdict> verdict) {
    int steps = solution.steps().size();
    int error = verdict.map(Verdict::earliestError).orElse(OptionalInt.empty()).orElse(-1);
    if (error >= steps) {
      throw new IllegalArgumentException(
          "solution '%s' has %d steps but its first error is at step %d, counted from 0"
              .formatted(solution.id(), steps, error));
    }
  }

  private static void check(Solution solution, StepLabels labels) {
    if (labels.values().size() != solution.steps().size()) {
      throw new IllegalArgumentException(
          "solution '%s' has %d steps but %d labels from %s; one label a step needed"
              .formatted(
                  solution.id(), solution.steps().size(), labels.values().size(), labels.source()));
    }
  }

  private static void check(Solution solution, String prm, int scores) {
    if (scores > solution.steps().size()) {
      throw new IllegalArgumentException(
          "solution '%s' has %d steps but %d scores from %s; at most one score a step"
              .formatted(solution.id(), solution.steps().size(), scores, prm));
    }
  }

  private static void check(Solution solution, String model, double outcome) {
    if (!Double.isFinite(outcome)) {
      throw new IllegalArgumentException(
          "solution '%s' has the outcome score %s from %s; a finite number needed"
              .formatted(solution.id(), outcome, model));
    }
  }

  private static void checkSources(Solution solution, List<StepLabels> labels) {
    Set<String> sources = new HashSet<>();
    for (StepLabels list : labels) {
      if (!sources.add(list.source())) {
        throw new IllegalArgumentException(
            "solution '%s' has two lists of labels from %s; one a source needed, name them apart"
                .formatted(solution.id(), list.source()));
      }
    }
  }
}
