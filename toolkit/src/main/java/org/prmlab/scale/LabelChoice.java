package org.prmlab.scale;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepLabels;

/**
 * Which of a record's labels are meant.
 *
 * @param file the file, for faults
 * @param source whose labels; empty for the verdict, or the first source where there is none
 */
public record LabelChoice(String file, String source) implements Serializable {

  /**
   * The solution with these labels only: its verdict and none, or one source's.
   *
   * @throws IllegalArgumentException if it has no such labels
   */
  LabeledSolution of(LabeledSolution solution) {
    if (source.isEmpty() && solution.verdict().isPresent()) {
      return solution.withLabels(List.of());
    }
    return solution.withLabels(List.of(labels(solution)));
  }

  private StepLabels labels(LabeledSolution solution) {
    Optional<StepLabels> found =
        source.isEmpty() ? solution.labels().stream().findFirst() : solution.labels(source);
    return found.orElseThrow(
        () ->
            new IllegalArgumentException(
                "%s: solution '%s' has no such labels; its sources are %s"
                    .formatted(
                        source.isEmpty() ? file : file + " (" + source + ")",
                        solution.solution().id(),
                        solution.labels().stream().map(StepLabels::source).toList())));
  }

  /** What a line that {@link #of} made says of a solution with this many steps. */
  static Optional<StepLabels> read(LabeledSolution chosen, int steps) {
    return chosen.labels().stream()
        .findFirst()
        .or(() -> chosen.verdict().map(v -> StepLabels.ofVerdict("verdict", steps, v)));
  }
}
