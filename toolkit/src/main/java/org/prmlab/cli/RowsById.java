package org.prmlab.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.prmlab.data.Binarization;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepDataset;
import org.prmlab.data.Verdict;

/** Joins a data set and a file of rows by id; a row that has no partner is an error. */
final class RowsById {
  private static final int SHOWN = 3;

  private RowsById() {}

  /**
   * The solutions, all of which have a row.
   *
   * @throws IllegalArgumentException if a solution has no row or a row no solution
   */
  static List<LabeledSolution> ofBoth(StepDataset dataset, Path data, Set<String> rows, Path file) {
    requireAll(dataset, rows, file);
    Set<String> ids = dataset.stream().map(s -> s.solution().id()).collect(Collectors.toSet());
    require(rows.stream().filter(id -> !ids.contains(id)).toList(), file, "not in " + data);
    return dataset.solutions();
  }

  /** Requires a row for every solution; the file may have others. */
  static void requireAll(StepDataset dataset, Set<String> rows, Path file) {
    List<String> missing =
        dataset.stream().map(s -> s.solution().id()).filter(id -> !rows.contains(id)).toList();
    require(missing, file, "missing; every solution needs a row");
  }

  /**
   * The reference verdict of a solution, from its record or its labels.
   *
   * @throws IllegalArgumentException if it has none
   */
  static Verdict truth(LabeledSolution solution, Path data) {
    return solution
        .verdict(Binarization.withDefaults())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s: solution '%s' has no reference verdict; labelled data expected"
                        .formatted(data, solution.solution().id())));
  }

  private static void require(List<String> without, Path file, String problem) {
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
