package org.prmlab.cli;

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
import org.prmlab.data.SolutionRow;
import org.prmlab.data.StepLabels;
import org.prmlab.evaluation.LabelSide;
import org.prmlab.format.BadRecords;
import org.prmlab.format.ColumnReader;
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
 * @param again reads the solutions again; empty if there are only verdicts by id
 */
record LabelSource(Path file, String name, LabelSide side, Optional<Again> again) {

  /**
   * How the solutions are read a second time.
   *
   * @param aside whether bad records were set aside the first time, and are passed over now
   */
  record Again(RecordFormat format, boolean aside) {
    BadRecords badRecords() {
      return aside ? (fault, record) -> {} : BadRecords.stop();
    }
  }

  /**
   * @param source whose labels; null for the verdicts, or the first source where there are none
   * @param more what else is wanted of the solutions
   * @param reading how a file of solutions is read
   * @throws IllegalArgumentException if a solution has neither
   */
  static LabelSource read(
      Path file, @Nullable String source, ColumnRequest more, ReadingOptions reading) {
    String name = source == null ? file.toString() : file + " (" + source + ")";
    Optional<RecordFormat> found = reading.formatIfSolutions(file);
    if (found.isEmpty()) {
      return new LabelSource(file, name, LabelSide.verdicts(predictions(file)), Optional.empty());
    }
    RecordFormat format = found.get();
    String wanted = source == null ? ColumnRequest.FIRST_SOURCE : source;
    SolutionColumns columns = columns(file, format, more.withSource(wanted), reading);
    LabelSide side =
        source == null ? LabelSide.verdictsOr(columns, wanted) : LabelSide.of(columns, wanted);
    Again again = new Again(format, reading.setsAside());
    LabelSource all = new LabelSource(file, name, side, Optional.of(again));
    side.firstWithout().ifPresent(id -> all.refuse(id));
    return all;
  }

  private static SolutionColumns columns(
      Path file, RecordFormat format, ColumnRequest request, ReadingOptions reading) {
    try (var count = new TerminalCount("solutions")) {
      ColumnReader reader = ColumnReader.of(request).withProgress(count);
      return reading.withBadRecords(
          bad -> (reading.setsAside() ? reader.withBadRecords(bad) : reader).read(file, format));
    }
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
    Again how = again.orElseThrow();
    try (SolutionReader reader = SolutionReader.open(file, how.format(), how.badRecords())) {
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
  void warn(PrintWriter err) {
    again.ifPresent(how -> ProblemWarning.print(file, how, side.columns(), err));
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
