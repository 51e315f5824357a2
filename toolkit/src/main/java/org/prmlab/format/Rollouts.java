package org.prmlab.format;

import org.prmlab.data.StepLabel;

/** Counts of rollouts that reached the gold answer. */
final class Rollouts {
  private Rollouts() {}

  /** {@code tried} is there only if some of them have no verdict. */
  static StepLabel read(JsonRecord record) {
    StepLabel.MonteCarlo decided = read(record, "correct", "total");
    if (!record.has("tried")) {
      return decided;
    }
    int tried = record.integer("tried");
    if (tried < decided.total()) {
      throw record.fault(
          "tried",
          "is %d of which %d have a verdict; expected at least as many as total"
              .formatted(tried, decided.total()));
    }
    return new StepLabel.MonteCarlo(decided.correct(), decided.total(), tried);
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
