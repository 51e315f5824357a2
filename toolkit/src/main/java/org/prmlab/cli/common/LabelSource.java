package org.prmlab.cli.common;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.ColumnRequest;
import org.prmlab.data.IdIndex;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.NameColumn;
import org.prmlab.data.SolutionColumns;
import org.prmlab.data.SolutionColumnsBuilder;
import org.prmlab.data.SolutionRow;
import org.prmlab.data.StepLabels;
import org.prmlab.evaluation.LabelSide;
import org.prmlab.format.ColumnFile;
import org.prmlab.format.PredictionRow;
import org.prmlab.format.RecordFormat;
import org.prmlab.scale.PredictionLines;

/**
 * One side of an agreement.
 *
 * @param file where it is
 * @param name the file, and the source of the labels in it where one was asked for
 * @param side what it says of each solution
 * @param again reads solutions again; empty if there are only verdicts by id
 */
public record LabelSource(Path file, String name, LabelSide side, Optional<ColumnFile> again) {

  /**
   * @param source whose labels; null for the verdicts, or the first source where there are none
   * @param more what else is wanted of the solutions
   * @param reading how a file of solutions is read
   * @throws IllegalArgumentException if a solution has neither
   */
  public static LabelSource read(
      Path file, @Nullable String source, ColumnRequest more, ReadingOptions reading) {
    String name = source == null ? file.toString() : file + " (" + source + ")";
    Optional<RecordFormat> found = reading.formatIfSolutions(file);
    if (found.isEmpty()) {
      return new LabelSource(file, name, LabelSide.verdicts(predictions(file)), Optional.empty());
    }
    RecordFormat format = found.get();
    String wanted = source == null ? ColumnRequest.FIRST_SOURCE : source;
    ColumnFile read = reading.columns(file, format, more.withSource(wanted));
    LabelSide side =
        source == null
            ? LabelSide.verdictsOr(read.columns(), wanted)
            : LabelSide.of(read.columns(), wanted);
    LabelSource all = new LabelSource(file, name, side, Optional.of(read));
    int without = side.firstWithout();
    if (without >= 0) {
      throw all.without(without);
    }
    return all;
  }

  /** The predictions of a file, by id. */
  private static SolutionColumns predictions(Path file) {
    ColumnRequest nothing = ColumnRequest.withDefaults();
    SolutionRow row = new SolutionRow(nothing);
    SolutionColumnsBuilder columns = new SolutionColumnsBuilder(nothing);
    PredictionRow.forEach(
        file,
        prediction -> {
          row.clear();
          row.id(prediction.id());
          PredictionLines.verdict(prediction)
              .ifPresent(v -> row.verdict(v.earliestError().orElse(SolutionColumns.NO_ERROR)));
          columns.add(row);
        });
    SolutionColumns all = columns.build();
    if (IdIndex.duplicate(all.ids()).isPresent()) {
      PredictionRow.read(file); // says where
    }
    return all;
  }

  private IllegalArgumentException without(int place) {
    LabeledSolution solution = solution(place);
    return new IllegalArgumentException(
        "%s: solution '%s' has no such labels; its sources are %s"
            .formatted(
                name,
                solution.solution().id(),
                solution.labels().stream().map(StepLabels::source).toList()));
  }

  private LabeledSolution solution(int place) {
    return again.orElseThrow().solution(place);
  }

  /**
   * The solutions that both sides label, in this side's order.
   *
   * @throws IllegalArgumentException if there are none, or this side has only verdicts
   */
  public LabelSide.Joined pairedWith(LabelSource other) {
    if (again.isPresent()) {
      LabelSide.Joined joined = side.with(other.side);
      if (joined.pairs().size() > 0) {
        return joined;
      }
    }
    throw new IllegalArgumentException(
        "no id is in both %s and %s; the first must hold the solutions"
            .formatted(name, other.name));
  }

  /** Says where ids and texts do not agree about which problems are the same. */
  public void warn(PrintWriter err) {
    again.ifPresent(read -> ProblemWarning.print(read, err));
  }

  /**
   * The values of a field of the records that was asked for.
   *
   * @throws IllegalArgumentException if a solution lacks it
   */
  public NameColumn values(String field) {
    NameColumn values = side.columns().field(field);
    for (int i = 0; i < side.columns().size(); i++) {
      if (values.code(i) < 0) {
        String id = side.columns().ids().get(i);
        throw new IllegalArgumentException(
            "%s: solution '%s' has no field '%s', but %s"
                .formatted(name, id, field, List.copyOf(solution(i).extra().keySet())));
      }
    }
    return values;
  }
}
