package org.prmlab.labeling.rollout;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.prmlab.data.Binarization;
import org.prmlab.data.Solution;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;
import org.prmlab.llm.TokenUsage;

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
    List<RolloutCounts> tallies,
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

  /** One rate a step, correct of those with a verdict; empty for steps without counts. */
  public List<Optional<Double>> softEstimate() {
    return labels.stream()
        .map(
            label ->
                label instanceof StepLabel.MonteCarlo counts
                    ? Optional.of(counts.estimate())
                    : Optional.<Double>empty())
        .toList();
  }

  /** One class a step; empty for steps without label. */
  public List<Optional<StepLabel.Hard>> hardEstimate(Binarization rule) {
    return labels.stream().map(l -> l.hard(rule)).toList();
  }

  /** Steps that were rolled out and have no label, since too few rollouts have a verdict. */
  public int unlabeled() {
    return (int)
        IntStream.range(0, labels.size())
            .filter(i -> tallies.get(i).total() > 0)
            .filter(i -> labels.get(i) == StepLabel.Unlabeled.UNLABELED)
            .count();
  }

  /** Rollouts drawn. */
  public int rollouts() {
    return tallies.stream().mapToInt(RolloutCounts::total).sum();
  }

  /** All steps together. */
  public RolloutCounts sum() {
    return tallies.stream().reduce(RolloutCounts.none(), RolloutCounts::plus);
  }
}
