package org.prmlab.labeling;

import java.util.List;
import java.util.Optional;
import org.prmlab.data.Binarization;
import org.prmlab.data.Solution;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;

/**
 * What rollouts say about the steps of one solution.
 *
 * @param solution the solution
 * @param tallies one a step
 * @param labels one a step: counts, or what a search implies
 * @param usage what the rollouts took
 * @param missing why rollouts are missing; the labels are not complete then
 */
public record MonteCarloLabels(
    Solution solution,
    List<StepTally> tallies,
    List<StepLabel> labels,
    TokenUsage usage,
    Optional<String> missing) {
  public MonteCarloLabels {
    tallies = List.copyOf(tallies);
    labels = List.copyOf(labels);
  }

  /** The labels under a source's name. */
  public StepLabels as(String source) {
    return new StepLabels(source, labels);
  }

  /** One rate a step, c / K; empty for steps without rollouts. */
  public List<Optional<Double>> softEstimate() {
    return tallies.stream()
        .map(
            t ->
                t.label() instanceof StepLabel.MonteCarlo counts
                    ? Optional.of(counts.estimate())
                    : Optional.<Double>empty())
        .toList();
  }

  /** One class a step; empty for steps without label. */
  public List<Optional<StepLabel.Hard>> hardEstimate(Binarization rule) {
    return labels.stream().map(l -> l.hard(rule)).toList();
  }

  /** Rollouts drawn. */
  public int rollouts() {
    return tallies.stream().mapToInt(StepTally::total).sum();
  }

  /** All steps together. */
  public StepTally sum() {
    return tallies.stream().reduce(StepTally.none(), StepTally::plus);
  }
}
