package org.prmlab.format;

import org.prmlab.data.StepLabel;

/** Counts of rollouts that reached the gold answer. */
final class Rollouts {
  private Rollouts() {}

  static StepLabel read(JsonRecord record) {
    return read(record, "correct", "total");
  }

  static StepLabel.MonteCarlo read(JsonRecord record, String correctField, String totalField) {
    int correct = record.integer(correctField);
    int total = record.integer(totalField);
    if (total < 1) {
      throw record.fault(totalField, "is %d; expected at least one rollout".formatted(total));
    }
    if (correct < 0 || correct > total) {
      throw record.fault(
          correctField, "is %d of %d rollouts; expected 0 to %d".formatted(correct, total, total));
    }
    return StepLabel.monteCarlo(correct, total);
  }
}
