package org.prmlab.format;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prmlab.data.LabeledSolution;

/**
 * Tells the scores of outcome reward models from those of PRMs where a file writes both as lists.
 * Looks at all solutions of a file: a name under which each has one score, and one of them several
 * steps or a score that is no probability, is that of an outcome model; unless its meaning is told,
 * which only a PRM's is.
 */
final class OutcomeScores {
  private final Set<String> outcome = new LinkedHashSet<>();
  private final Set<String> perStep = new LinkedHashSet<>();

  /** The solutions with such scores among their outcome scores. */
  static List<LabeledSolution> apart(List<LabeledSolution> solutions) {
    OutcomeScores all = new OutcomeScores();
    solutions.forEach(all::see);
    Set<String> names = all.names();
    return names.isEmpty() ? solutions : solutions.stream().map(s -> apart(s, names)).toList();
  }

  /** Looks at one more solution. */
  void see(LabeledSolution solution) {
    outcome.addAll(solution.outcomes().keySet());
    solution
        .scores()
        .forEach(
            (name, values) -> {
              if (values.size() != 1 || solution.meanings().containsKey(name)) {
                perStep.add(name);
              } else if (isOutcome(solution, values.get(0))) {
                outcome.add(name);
              }
            });
  }

  private static boolean isOutcome(LabeledSolution solution, double score) {
    return solution.solution().steps().size() > 1 || score < 0 || score > 1;
  }

  /** The names of outcome models among all scores that were seen. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>(outcome);
    names.removeAll(perStep);
    return names;
  }

  /** The solution with the scores of these names among its outcome scores. */
  static LabeledSolution apart(LabeledSolution solution, Set<String> names) {
    if (names.isEmpty()) {
      return solution;
    }
    Map<String, List<Double>> scores = new LinkedHashMap<>(solution.scores());
    Map<String, Double> outcomes = new LinkedHashMap<>(solution.outcomes());
    for (String name : names) {
      List<Double> values = scores.remove(name);
      if (values != null) {
        outcomes.put(name, values.get(0));
      }
    }
    return solution.withScores(scores).withOutcomes(outcomes);
  }
}
