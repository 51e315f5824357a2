package org.prmlab.cli.label;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.prmlab.data.AtomicFile;
import org.prmlab.data.Solution;
import org.prmlab.labeling.choice.Choice;

/**
 * A line of what {@code select} writes.
 *
 * @param problem its id, or its text where it has none
 * @param chosen id of the solution
 * @param index of the solution among the samples, counted from 0
 * @param samples of the problem
 * @param answers of the model that it took
 * @param unread of these
 */
@JsonNaming(SnakeCaseStrategy.class)
record ChoiceRow(String problem, String chosen, int index, int samples, int answers, int unread) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Empty if the choice is not final. */
  static Optional<ChoiceRow> of(List<Solution> group, Choice choice) {
    if (choice.missing().isPresent()) {
      return Optional.empty();
    }
    Solution chosen = group.get(choice.index());
    return Optional.of(
        new ChoiceRow(
            name(chosen),
            chosen.id(),
            choice.index(),
            group.size(),
            choice.answers(),
            choice.unread()));
  }

  /** How a solution's problem is called. */
  static String name(Solution solution) {
    return solution.problem().key().name();
  }

  /** Writes the final choices. */
  static void write(Path file, List<ChoiceRow> rows) {
    var lines = new StringBuilder();
    for (ChoiceRow row : rows) {
      try {
        lines.append(JSON.writeValueAsString(row)).append('\n');
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("cannot write a choice as JSON", e);
      }
    }
    AtomicFile.writeBytes(file, () -> lines.toString().getBytes(StandardCharsets.UTF_8));
  }
}
