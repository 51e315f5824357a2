package org.prmlab.notebook;

import java.util.Locale;
import java.util.Optional;
import org.prmlab.data.StepLabel;

/** A step label as a reader would say it. */
final class LabelText {
  private LabelText() {}

  /** Empty for a step without a label. */
  static Optional<String> of(StepLabel label) {
    if (label instanceof StepLabel.MonteCarlo counts) {
      String text = "%d of %d completions reach the answer";
      String without = counts.tried() == counts.total() ? "" : ", %d more have none";
      return Optional.of(
          (text + without)
              .formatted(counts.correct(), counts.total(), counts.tried() - counts.total()));
    }
    if (label instanceof StepLabel.Soft soft) {
      return Optional.of(String.format(Locale.ROOT, "%.3f", soft.probability()));
    }
    return label == StepLabel.Unlabeled.UNLABELED
        ? Optional.empty()
        : Optional.of(label.toString().toLowerCase(Locale.ROOT));
  }
}
