package org.prmlab.format;

import java.util.ArrayList;
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
  private OutcomeScores() {}

  /** The solutions with such scores among their outcome scores. */
  static List<LabeledSolution> apart(List<LabeledSolution> solutions) {
    Set<String> outcome = new LinkedHashSet<>();
    Set<String> perStep = new LinkedHashSet<>();
    for (LabeledSolution solution : solutions) {
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
    outcome.removeAll(perStep);
    return outcome.isEmpty() ? solutions : moved(solutions, outcome);
  }

  private static boolean isOutcome(LabeledSolution solution, double score) {
    return solution.solution().steps().size() > 1 || score < 0 || score > 1;
  }

  private static List<LabeledSolution> moved(List<LabeledSolution> solutions, Set<String> names) {
    List<LabeledSolution> moved = new ArrayList<>(solutions.size());
    for (LabeledSolution solution : solutions) {
      Map<String, List<Double>> scores = new LinkedHashMap<>(solution.scores());
      Map<String, Double> outcomes = new LinkedHashMap<>(solution.outcomes());
      for (String name : names) {
        List<Double> values = scores.remove(name);
        if (values != null) {
          outcomes.put(name, values.get(0));
        }
      }
      moved.add(solution.withScores(scores).withOutcomes(outcomes));
    }
    return moved;
  }
}
