package org.prmlab.format;

import org.prmlab.data.StepLabel;

/** PRM800K's {@code rating}: 1, 0, -1, or {@code null} for none. */
final class Ratings {
  private Ratings() {}

  static StepLabel read(JsonRecord record, String field) {
    if (!record.has(field)) {
      return StepLabel.Unlabeled.UNLABELED;
    }
    int rating = record.integer(field);
    return switch (rating) {
      case -1 -> StepLabel.Rating.NEGATIVE;
      case 0 -> StepLabel.Rating.NEUTRAL;
      case 1 -> StepLabel.Rating.POSITIVE;
      default ->
          throw record.fault(
              field, "is %d; ratings are -1, 0 or 1. Is this PRM800K?".formatted(rating));
    };
  }

  static int number(StepLabel.Rating rating) {
    return switch (rating) {
      case NEGATIVE -> -1;
      case NEUTRAL -> 0;
      case POSITIVE -> 1;
    };
  }
}
