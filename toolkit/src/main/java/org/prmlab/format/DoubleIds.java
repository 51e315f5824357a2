package org.prmlab.format;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Solution;
import org.prmlab.data.TextNumbers;

/** Solutions of a file that have an id in common. Of the ids only hashes are kept. */
final class DoubleIds {
  private final Path path;
  private final RecordFormat.DoubleId rule;
  private final TextNumbers ids = new TextNumbers();
  private int[] firsts = new int[16]; // (ids): number of the first solution, counted from 1
  private int[] times = new int[16]; // (ids)
  private final Set<String> several = new TreeSet<>(); // where the rule is to number
  private int solutions;
  private int time; // how often the last id had come, with it

  DoubleIds(Path path, RecordFormat.DoubleId rule) {
    this.path = path;
    this.rule = rule;
  }

  /** What is wrong with the next solution's id; empty if it may stay or be changed. */
  Optional<FormatException> fault(LabeledSolution solution) {
    solutions++;
    String id = solution.solution().id();
    int number = ids.add(id);
    if (number == times.length) {
      firsts = Arrays.copyOf(firsts, 2 * number);
      times = Arrays.copyOf(times, 2 * number);
    }
    time = ++times[number];
    if (time == 1) {
      firsts[number] = solutions;
    }
    if (time > 1 && rule == RecordFormat.DoubleId.NUMBER) {
      several.add(id);
    }
    return time == 1 || rule == RecordFormat.DoubleId.NUMBER
        ? Optional.empty()
        : Optional.of(
            FormatException.of(
                path.toString(),
                "solutions %d and %d have the same id '%s'; ids must differ"
                    .formatted(firsts[number], solutions, id)));
  }

  /** The next solution with an id of its own, where the rule is to number. */
  LabeledSolution own(LabeledSolution solution) {
    return fault(solution).isEmpty() ? told(solution) : solution;
  }

  /** The solution that was asked for last, with an id of its own. */
  LabeledSolution told(LabeledSolution labeled) {
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
    return several.isEmpty()
        ? List.of()
        : List.of(
            "%d ids come more than once (%s); all are kept, the second as id#2"
                .formatted(several.size(), Excerpt.of(String.join(", ", several))));
  }
}
