package org.prmlab.cli.common;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.prmlab.data.Binarization;
import org.prmlab.data.ColumnRequest;
import org.prmlab.data.DatasetCard;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.SolutionColumns;
import org.prmlab.data.StepDataset;
import org.prmlab.evaluation.TruthColumns;
import org.prmlab.format.ColumnFile;

/**
 * Solutions in columns, on which something is measured.
 *
 * @param path where they come from
 * @param card what they are
 * @param columns with labels of the first source
 * @param again reads solutions again
 */
public record EvaluatedData(Path path, DatasetCard card, SolutionColumns columns, Again again) {

  /** Reads some solutions again. */
  public interface Again {
    /**
     * @param places in the columns, counted from 0
     */
    Map<Integer, LabeledSolution> solutions(int... places);

    default LabeledSolution solution(int place) {
      return solutions(place).values().iterator().next();
    }
  }

  /** What the reference verdicts need. */
  public static ColumnRequest request() {
    return ColumnRequest.withDefaults().withSource(ColumnRequest.FIRST_SOURCE);
  }

  public static EvaluatedData read(Path path, ColumnRequest request) {
    ColumnFile file = ColumnFile.read(path, request);
    return new EvaluatedData(file.path(), file.card(), file.columns(), file::solutions);
  }

  public static EvaluatedData of(Path path, StepDataset dataset, ColumnRequest request) {
    return new EvaluatedData(
        path,
        dataset.card(),
        SolutionColumns.of(dataset.solutions(), request),
        places -> {
          Map<Integer, LabeledSolution> found = new LinkedHashMap<>();
          IntStream.of(places).forEach(i -> found.put(i, dataset.solutions().get(i)));
          return found;
        });
  }

  /**
   * The solutions with their reference verdicts, from their records or their labels.
   *
   * @throws IllegalArgumentException if a solution has none
   */
  public TruthColumns truths() {
    int[] verdicts = columns.verdicts(Binarization.withDefaults());
    for (int i = 0; i < verdicts.length; i++) {
      if (verdicts[i] == SolutionColumns.NONE) {
        throw new IllegalArgumentException(
            "%s: solution '%s' has no reference verdict; labeled data expected"
                .formatted(path, columns.ids().get(i)));
      }
    }
    return TruthColumns.of(columns, verdicts);
  }
}
