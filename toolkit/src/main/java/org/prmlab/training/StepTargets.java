package org.prmlab.training;

import java.util.Optional;
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

  /**
   * The row with a target at each step that has one, cut off behind the last of them: what follows
   * is seen by no target.
   *
   * @param row the solution as tokens, one position a step; fewer if the end was cut off
   * @return empty if no step has a target
   */
  Optional<TargetRow> of(LabeledSolution solution, TokenRow row) {
    Optional<StepLabels> labels = labels(solution);
    if (labels.isEmpty()) {
      return Optional.empty();
    }
    int[] positions = row.positions().toArray();
    var kept = IntStream.builder();
    float[] targets = new float[positions.length];
    int count = 0;
    for (int step = 0; step < positions.length; step++) {
      StepLabel label = labels.get().values().get(step);
      Optional<Hard> hard = label.hard(binarization);
      if (hard.isPresent()) {
        kept.add(positions[step]);
        targets[count++] = target(label, hard.get());
        if (hard.get() == Hard.INCORRECT && afterError == LabelsAfterError.DROP) {
          break;
        }
      }
    }
    if (count == 0) {
      return Optional.empty();
    }
    int[] reads = kept.build().toArray();
    TokenRow cut = TokenRow.of(row.ids().toArray(), reads).truncated(reads[count - 1] + 1);
    return Optional.of(TargetRow.of(cut, java.util.Arrays.copyOf(targets, count)));
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
