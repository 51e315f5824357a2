package org.prmlab.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.prmlab.data.Binarization;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabel.Hard;
import org.prmlab.data.StepLabels;
import org.prmlab.model.TargetRow;
import org.prmlab.model.TokenRow;

/**
 * Which labels a PRM learns from, and how (the paper, sections 2.2 and 3.1).
 *
 * @param source whose labels; if absent, the reference verdict or else the first source
 * @param binarization which soft labels and ratings are correct: hard targets, and where the first
 *     error is
 */
public record StepTargets(
    Optional<String> source,
    TargetKind kind,
    Binarization binarization,
    LabelsAfterError afterError) {
  /** Hard targets of the reference verdict or the first source; steps after an error dropped. */
  public static StepTargets withDefaults() {
    return new StepTargets(
        Optional.empty(), TargetKind.HARD, Binarization.withDefaults(), LabelsAfterError.DROP);
  }

  public StepTargets withSource(String source) {
    return new StepTargets(Optional.of(source), kind, binarization, afterError);
  }

  public StepTargets withKind(TargetKind kind) {
    return new StepTargets(source, kind, binarization, afterError);
  }

  public StepTargets withBinarization(Binarization binarization) {
    return new StepTargets(source, kind, binarization, afterError);
  }

  public StepTargets withAfterError(LabelsAfterError afterError) {
    return new StepTargets(source, kind, binarization, afterError);
  }

  /** A step that is learned from, by its index from 0. */
  private record Learned(int step, StepLabel label, Hard hard) {}

  /**
   * The row with a target at each step that has one, cut off behind the last of them: what follows
   * is seen by no target.
   *
   * @param row the solution as tokens, one position a step; fewer if the end was cut off
   * @return empty if no step has a target
   * @throws IllegalArgumentException if a label has no count and counts are learned from
   */
  Optional<TargetRow> of(LabeledSolution solution, TokenRow row) {
    List<Learned> learned = learned(solution, row.scoredPositions());
    if (learned.isEmpty()) {
      return Optional.empty();
    }
    int[] positions = row.positions().toArray();
    int[] reads = learned.stream().mapToInt(l -> positions[l.step()]).toArray();
    TokenRow cut = TokenRow.of(row.ids().toArray(), reads).truncated(reads[reads.length - 1] + 1);
    float[] targets = new float[reads.length];
    float[] trials = new float[reads.length];
    for (int i = 0; i < reads.length; i++) {
      Learned one = learned.get(i);
      if (kind == TargetKind.BETA_BINOMIAL) {
        StepLabel.MonteCarlo count = count(solution, one);
        targets[i] = count.correct();
        trials[i] = count.total();
      } else {
        targets[i] = target(one.label(), one.hard());
      }
    }
    return Optional.of(
        kind == TargetKind.BETA_BINOMIAL
            ? TargetRow.ofCounts(cut, targets, trials)
            : TargetRow.of(cut, targets));
  }

  /**
   * Which of the targets of {@link #of} is the first that says a step is wrong, from 0; empty if
   * none does.
   */
  OptionalInt firstError(LabeledSolution solution, TokenRow row) {
    List<Learned> learned = learned(solution, row.scoredPositions());
    return IntStream.range(0, learned.size())
        .filter(i -> learned.get(i).hard() == Hard.INCORRECT)
        .findFirst();
  }

  private List<Learned> learned(LabeledSolution solution, int steps) {
    List<Learned> learned = new ArrayList<>();
    Optional<StepLabels> labels = labels(solution);
    for (int step = 0; labels.isPresent() && step < steps; step++) {
      StepLabel label = labels.get().values().get(step);
      Optional<Hard> hard = label.hard(binarization);
      if (hard.isPresent()) {
        learned.add(new Learned(step, label, hard.get()));
        if (hard.get() == Hard.INCORRECT && afterError == LabelsAfterError.DROP) {
          break;
        }
      }
    }
    return learned;
  }

  private static StepLabel.MonteCarlo count(LabeledSolution solution, Learned learned) {
    if (learned.label() instanceof StepLabel.MonteCarlo count) {
      return count;
    }
    throw new IllegalArgumentException(
        "solution '%s', step %d: label %s has no count of rollouts, which beta-binomial targets need;"
                .formatted(solution.solution().id(), learned.step(), learned.label())
            + " take hard or soft ones");
  }

  private Optional<StepLabels> labels(LabeledSolution solution) {
    if (source.isPresent()) {
      return solution.labels(source.get());
    }
    int steps = solution.solution().steps().size();
    return solution
        .verdict()
        .map(verdict -> StepLabels.ofVerdict("verdict", steps, verdict))
        .or(() -> solution.labels().stream().findFirst());
  }

  private float target(StepLabel label, Hard hard) {
    if (kind == TargetKind.SOFT && label instanceof StepLabel.Soft soft) {
      return (float) soft.probability();
    }
    if (kind == TargetKind.SOFT && label instanceof StepLabel.MonteCarlo count) {
      return (float) count.estimate();
    }
    return hard == Hard.CORRECT ? 1 : 0;
  }
}
