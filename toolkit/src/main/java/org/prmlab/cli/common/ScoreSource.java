package org.prmlab.cli.common;

import java.nio.file.Path;
import java.util.Optional;
import org.prmlab.data.ColumnRequest;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.ScoreColumn;
import org.prmlab.data.SolutionColumns;
import org.prmlab.evaluation.ScoredColumns;
import org.prmlab.format.RowKind;

/**
 * Where the step scores of solutions come from.
 *
 * @param prm the PRM whose scores in the data are meant, or the name of the file
 * @param file scores by id, or the same solutions with scores of one PRM; absent if they are in the
 *     data
 */
public record ScoreSource(String prm, Optional<Path> file) {

  public static ScoreSource ofFile(Path file) {
    return new ScoreSource(file.toString(), Optional.of(file));
  }

  public static ScoreSource ofPrm(String prm) {
    return new ScoreSource(prm, Optional.empty());
  }

  /** What it needs of the data. */
  public ColumnRequest in(ColumnRequest request) {
    return file.isPresent() ? request : request.withPrm(prm);
  }

  /**
   * The solutions with their scores and verdicts.
   *
   * @throws IllegalArgumentException if a solution has no scores, too few or too many, or no
   *     verdict
   */
  public ScoredColumns of(EvaluatedData data) {
    ScoreColumn scores = scores(data);
    return ScoredColumns.of(data.truths(), scores);
  }

  /** The scores, in the order of the solutions. */
  public ScoreColumn scores(EvaluatedData data) {
    SolutionColumns columns = data.columns();
    if (file.isPresent()) {
      return RowKind.of(file.get()) == RowKind.SOLUTIONS
          ? JoinedScores.read(file.get(), data)
          : ScoreFile.read(file.get(), columns);
    }
    ScoreColumn scores = columns.scores(prm);
    for (int i = 0; i < columns.size(); i++) {
      if (!scores.has(i) || columns.isOutcomeModel(prm)) {
        throw new IllegalArgumentException(missing(data.again().solution(i), columns));
      }
    }
    return scores;
  }

  private String missing(LabeledSolution solution, SolutionColumns columns) {
    String id = solution.solution().id();
    return solution.outcomes().containsKey(prm) || columns.isOutcomeModel(prm)
        ? "'%s' gives solution '%s' one score for the whole; a probability a step is needed here"
            .formatted(prm, id)
        : "solution '%s' has no scores of '%s'; the data has those of %s"
            .formatted(id, prm, solution.scores().keySet());
  }
}
