package org.prmlab.cli.common;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepDataset;
import org.prmlab.data.Verdict;
import org.prmlab.format.PredictionRow;

/** Joins a data set and a file of rows by id; a row that has no partner is an error. */
public final class RowsById {
  private static final int SHOWN = 3;

  private RowsById() {}

  /**
   * The solutions, all of which have a row.
   *
   * @throws IllegalArgumentException if a solution has no row or a row no solution
   */
  public static List<LabeledSolution> ofBoth(
      StepDataset dataset, Path data, Set<String> rows, Path file) {
    requireAll(dataset, rows, file);
    requireKnown(dataset, data, rows, file);
    return dataset.solutions();
  }

  /** Requires a solution for every row; there may be others. */
  public static void requireKnown(StepDataset dataset, Path data, Set<String> rows, Path file) {
    Set<String> ids = dataset.stream().map(s -> s.solution().id()).collect(Collectors.toSet());
    require(rows.stream().filter(id -> !ids.contains(id)).toList(), file, "not in " + data);
  }

  /**
   * Requires a row to fit its solution.
   *
   * @throws IllegalArgumentException if it predicts a step that the solution does not have
   */
  public static void requireStep(PredictionRow row, int steps, Path file) {
    int step = row.verdict().map(Verdict::earliestError).orElse(OptionalInt.empty()).orElse(-1);
    if (step >= steps) {
      throw new IllegalArgumentException(
          "%s: prediction of id '%s' is step %d, but the solution has %d; steps are counted from 0"
              .formatted(file, row.id(), step, steps));
    }
  }

  /** Requires a row for every solution; the file may have others. */
  static void requireAll(StepDataset dataset, Set<String> rows, Path file) {
    List<String> missing =
        dataset.stream().map(s -> s.solution().id()).filter(id -> !rows.contains(id)).toList();
    require(missing, file, "missing; every solution needs a row");
  }

  /** Requires no ids to be left over. */
  static void require(List<String> without, Path file, String problem) {
    if (!without.isEmpty()) {
      String more = without.size() > SHOWN ? " and %d more".formatted(without.size() - SHOWN) : "";
      throw new IllegalArgumentException(
          "%s: ids %s%s are %s"
              .formatted(
                  file,
                  String.join(", ", without.subList(0, Math.min(SHOWN, without.size()))),
                  more,
                  problem));
    }
  }
}
