package org.prmlab.cli.common;

import java.nio.file.Path;
import java.util.Arrays;
import org.prmlab.data.ScoreColumn;
import org.prmlab.data.SolutionColumns;
import org.prmlab.format.ScoreRow;

/** Step scores by id, brought into the order of the solutions. */
final class ScoreFile {
  private static final int NONE = -1;

  private final SolutionColumns columns;
  private final RowPlaces places;
  private final double[] scores;
  private final int[] counts;

  private ScoreFile(Path file, SolutionColumns columns) {
    this.columns = columns;
    this.places = new RowPlaces(columns, () -> ScoreRow.read(file));
    this.scores = new double[columns.steps()];
    this.counts = new int[columns.size()];
    Arrays.fill(scores, Double.NaN);
    Arrays.fill(counts, NONE);
  }

  /**
   * The scores of these solutions; the file may have others.
   *
   * @throws IllegalArgumentException if a solution has no row, or one of more scores than steps
   */
  static ScoreColumn read(Path file, SolutionColumns columns) {
    ScoreFile read = new ScoreFile(file, columns);
    ScoreRow.forEach(file, row -> read.places.of(row.id()).ifPresent(i -> read.put(i, row)));
    read.places.requireAll(file);
    return ScoreColumn.of(read.scores, read.counts);
  }

  private void put(int solution, ScoreRow row) {
    int count = row.scores().size();
    if (count > columns.steps(solution)) {
      throw new IllegalArgumentException(
          "solution '%s' has %d steps but %d scores; one score a step needed"
              .formatted(row.id(), columns.steps(solution), count));
    }
    counts[solution] = count;
    for (int i = 0; i < count; i++) {
      scores[columns.begin(solution) + i] = row.scores().get(i);
    }
  }
}
