package org.prmlab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.ColumnRequest;
import org.prmlab.data.IdIndex;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.NameColumn;
import org.prmlab.data.SolutionColumns;
import org.prmlab.data.SolutionRow;
import org.prmlab.data.StepLabels;
import org.prmlab.evaluation.LabelSide;
import org.prmlab.format.ColumnReader;
import org.prmlab.format.FormatException;
import org.prmlab.format.Formats;
import org.prmlab.format.PredictionRow;
import org.prmlab.format.RecordFormat;
import org.prmlab.format.SolutionReader;
import org.prmlab.scale.PredictionLines;

/**
 * One side of an agreement.
 *
 * @param file where it is
 * @param name the file, and the source of the labels in it where one was asked for
 * @param side what it says of each solution
 * @param hasSolutions whether it has the solutions, or only verdicts by id
 */
record LabelSource(Path file, String name, LabelSide side, boolean hasSolutions) {

  /**
   * @param source whose labels; null for the verdicts, or the first source where there are none
   * @param more what else is wanted of the solutions
   * @throws IllegalArgumentException if a solution has neither
   */
  static LabelSource read(Path file, @Nullable String source, ColumnRequest more) {
    String name = source == null ? file.toString() : file + " (" + source + ")";
    RecordFormat format;
    try {
      format = Formats.detect(file);
    } catch (FormatException e) {
      return new LabelSource(file, name, LabelSide.verdicts(predictions(file)), false);
    }
    String wanted = source == null ? ColumnRequest.FIRST_SOURCE : source;
    LabelSide side;
    try (var count = new TerminalCount("solutions")) {
      SolutionColumns columns =
          ColumnReader.of(more.withSource(wanted)).withProgress(count).read(file, format);
      side = source == null ? LabelSide.verdictsOr(columns, wanted) : LabelSide.of(columns, wanted);
    }
    LabelSource all = new LabelSource(file, name, side, true);
    side.firstWithout().ifPresent(id -> all.refuse(id));
    return all;
  }

  /** The predictions of a file, by id. */
  private static SolutionColumns predictions(Path file) {
    ColumnRequest nothing = ColumnRequest.withDefaults();
    SolutionRow row = new SolutionRow(nothing);
    SolutionColumns.Builder columns = new SolutionColumns.Builder(nothing);
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

  private void refuse(String id) {
    LabeledSolution solution = solution(id);
    throw new IllegalArgumentException(
        "%s: solution '%s' has no such labels; its sources are %s"
            .formatted(name, id, solution.labels().stream().map(StepLabels::source).toList()));
  }

  /** Reads one solution again. */
  private LabeledSolution solution(String id) {
    try (SolutionReader reader = SolutionReader.open(file, Formats.detect(file))) {
      while (reader.hasNext()) {
        LabeledSolution solution = reader.next();
        if (solution.solution().id().equals(id)) {
          return solution;
        }
      }
    }
    throw new IllegalArgumentException(
        "%s: solution '%s' is gone; has the file changed?".formatted(file, id));
  }

  /**
   * The solutions that both sides label, in this side's order.
   *
   * @throws IllegalArgumentException if there are none, or this side has only verdicts
   */
  LabelSide.Joined pairedWith(LabelSource other) {
    if (hasSolutions) {
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
  void warn(PrintWriter err) {
    ProblemWarning.print(file, side.columns(), err);
  }

  /**
   * The values of a field of the records that was asked for.
   *
   * @throws IllegalArgumentException if a solution lacks it
   */
  NameColumn values(String field) {
    NameColumn values = side.columns().field(field);
    for (int i = 0; i < side.columns().size(); i++) {
      if (values.code(i) < 0) {
        String id = side.columns().ids().get(i);
        throw new IllegalArgumentException(
            "%s: solution '%s' has no field '%s', but %s"
                .formatted(name, id, field, List.copyOf(solution(id).extra().keySet())));
      }
    }
    return values;
  }
}
