package org.prmlab.format;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Solution;

/** Solutions of a file that have an id in common. */
final class DoubleIds {
  private final Path path;
  private final RecordFormat.DoubleId rule;
  private final Map<String, Integer> first = new HashMap<>();
  private final Map<String, Integer> times = new HashMap<>();
  private int solutions;

  DoubleIds(Path path, RecordFormat.DoubleId rule) {
    this.path = path;
    this.rule = rule;
  }

  /** What is wrong with the next solution's id; empty if it may stay or be changed. */
  Optional<FormatException> fault(LabeledSolution solution) {
    solutions++;
    String id = solution.solution().id();
    Integer before = first.putIfAbsent(id, solutions);
    times.merge(id, 1, Integer::sum);
    return before == null || rule == RecordFormat.DoubleId.NUMBER
        ? Optional.empty()
        : Optional.of(
            FormatException.of(
                path.toString(),
                "solutions %d and %d have the same id '%s'; ids must differ"
                    .formatted(before, solutions, id)));
  }

  /** The next solution with an id of its own, where the rule is to number. */
  LabeledSolution own(LabeledSolution solution) {
    return fault(solution).isEmpty() ? told(solution) : solution;
  }

  /** The solution that was asked for last, with an id of its own. */
  LabeledSolution told(LabeledSolution labeled) {
    int time = times.getOrDefault(labeled.solution().id(), 1);
    if (time == 1) {
      return labeled;
    }
    Solution s = labeled.solution();
    return new LabeledSolution(
        new Solution(
            s.id() + "#" + time,
            s.problem(),
            s.generator(),
            s.steps(),
            s.finalAnswer(),
            s.finalAnswerCorrect()),
        labeled.verdict(),
        labeled.labels(),
        labeled.scores(),
        labeled.meanings(),
        labeled.outcomes(),
        labeled.extra());
  }

  /** What the user must know: one sentence, or none. */
  List<String> notes() {
    List<String> several =
        times.entrySet().stream()
            .filter(id -> id.getValue() > 1)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    return several.isEmpty() || rule == RecordFormat.DoubleId.REFUSE
        ? List.of()
        : List.of(
            "%d ids come more than once (%s); all are kept, the second as id#2"
                .formatted(several.size(), Excerpt.of(String.join(", ", several))));
  }
}
