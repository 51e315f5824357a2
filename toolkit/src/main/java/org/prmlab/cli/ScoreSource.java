package org.prmlab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepDataset;
import org.prmlab.evaluation.ScoredSolution;
import org.prmlab.format.ScoreRow;
import org.prmlab.prm.StepScores;

/**
 * Where the step scores of a data set come from.
 *
 * @param prm the PRM whose scores in the data are meant, or the name of the file
 * @param rows scores by id; absent if they are in the data
 * @param file the file of the rows; absent with them
 */
record ScoreSource(String prm, Optional<Map<String, List<Double>>> rows, Optional<Path> file) {

  static ScoreSource ofFile(Path file) {
    return new ScoreSource(file.toString(), Optional.of(ScoreRow.read(file)), Optional.of(file));
  }

  static ScoreSource ofPrm(String prm) {
    return new ScoreSource(prm, Optional.empty(), Optional.empty());
  }

  /**
   * The data set with its scores and verdicts.
   *
   * @throws IllegalArgumentException if a solution has no scores, too few or too many, or no
   *     verdict
   */
  List<ScoredSolution> of(StepDataset dataset, Path data) {
    rows.ifPresent(r -> RowsById.requireAll(dataset, r.keySet(), file.orElseThrow()));
    List<ScoredSolution> scored = new ArrayList<>(dataset.size());
    for (LabeledSolution solution : dataset.solutions()) {
      double[] values = values(solution).stream().mapToDouble(Double::doubleValue).toArray();
      StepScores scores = StepScores.of(prm, solution.meaning(prm), solution.solution(), values);
      scored.add(new ScoredSolution(scores, RowsById.truth(solution, data)));
    }
    return scored;
  }

  private List<Double> values(LabeledSolution solution) {
    String id = solution.solution().id();
    return Optional.ofNullable(rows.orElse(Map.of()).get(id))
        .or(() -> Optional.ofNullable(solution.scores().get(prm)))
        .orElseThrow(() -> new IllegalArgumentException(missing(solution)));
  }

  private String missing(LabeledSolution solution) {
    String id = solution.solution().id();
    return solution.outcomes().containsKey(prm)
        ? "'%s' gives solution '%s' one score for the whole; a probability a step is needed here"
            .formatted(prm, id)
        : "solution '%s' has no scores of '%s'; the data has those of %s"
            .formatted(id, prm, solution.scores().keySet());
  }
}
