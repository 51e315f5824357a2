package org.prmlab.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What one source says about the steps of one solution.
 *
 * @param source who labeled: {@code human}, {@code mc}, {@code judge}, or a data set's name
 * @param values one label a step, in step order
 */
public record StepLabels(String source, List<StepLabel> values) {
  public StepLabels {
    values = List.copyOf(values);
    if (source.isBlank()) {
      throw new IllegalArgumentException("step labels without a source; name who labeled them");
    }
  }

  /** A source that says nothing about any of so many steps: it leaves the verdict open. */
  public static StepLabels unlabeled(String source, int steps) {
    return new StepLabels(source, Collections.nCopies(steps, StepLabel.Unlabeled.UNLABELED));
  }

  /**
   * The labels a verdict implies: correct before the first error, incorrect at it, unlabeled after.
   *
   * @param steps number of steps of the solution
   * @throws IllegalArgumentException if the verdict names a step the solution does not have
   */
  public static StepLabels ofVerdict(String source, int steps, Verdict verdict) {
    int error = verdict.earliestError().orElse(steps);
    if (verdict.hasError() && error >= steps) {
      throw new IllegalArgumentException(
          "first error at step %d of a solution with %d steps; steps are counted from 0"
              .formatted(error, steps));
    }
    List<StepLabel> values = new ArrayList<>(steps);
    for (int i = 0; i < steps; i++) {
      values.add(
          i < error
              ? StepLabel.Hard.CORRECT
              : i == error ? StepLabel.Hard.INCORRECT : StepLabel.Unlabeled.UNLABELED);
    }
    return new StepLabels(source, values);
  }

  /**
   * Where the solution first goes wrong by these labels.
   *
   * @return empty if the labels leave it open: a step without a class stands before the first
   *     incorrect one, or stands anywhere in a solution without an incorrect one
   */
  public Optional<Verdict> verdict(Binarization rule) {
    for (int i = 0; i < values.size(); i++) {
      Optional<StepLabel.Hard> label = values.get(i).hard(rule);
      if (label.isEmpty()) {
        return Optional.empty();
      }
      if (label.get() == StepLabel.Hard.INCORRECT) {
        return Optional.of(Verdict.errorAt(i));
      }
    }
    return Optional.of(Verdict.allCorrect());
  }
}
