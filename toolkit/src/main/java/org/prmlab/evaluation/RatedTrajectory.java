package org.prmlab.evaluation;

import java.util.List;
import java.util.Optional;
import org.prmlab.data.StepLabel.Rating;

/**
 * The steps of one trajectory with their ratings, and those of a system.
 *
 * @param question trajectories of one question are not independent
 * @param truth one a step
 * @param called one a step; empty where it could not be read, which matches nothing
 */
public record RatedTrajectory(String question, List<Rating> truth, List<Optional<Rating>> called) {
  public RatedTrajectory {
    truth = List.copyOf(truth);
    called = List.copyOf(called);
    if (truth.size() != called.size() || truth.isEmpty()) {
      throw new IllegalArgumentException(
          "%d steps but %d ratings for '%s'; one a step expected"
              .formatted(truth.size(), called.size(), question));
    }
  }

  int matches() {
    int matches = 0;
    for (int i = 0; i < truth.size(); i++) {
      matches += called.get(i).equals(Optional.of(truth.get(i))) ? 1 : 0;
    }
    return matches;
  }

  /** Whether the first negative step is the same, or neither has one. */
  boolean hasSameFirstError() {
    return truth.indexOf(Rating.NEGATIVE) == called.indexOf(Optional.of(Rating.NEGATIVE));
  }

  int count(Rating rating) {
    return (int) truth.stream().filter(rating::equals).count();
  }

  int matches(Rating rating) {
    int matches = 0;
    for (int i = 0; i < truth.size(); i++) {
      boolean of = truth.get(i) == rating;
      matches += of && called.get(i).equals(Optional.of(rating)) ? 1 : 0;
    }
    return matches;
  }
}
