package org.prmlab.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.prmlab.data.Verdict;

/** The parts by which step errors are usually broken down. */
public enum ErrorGrouping {
  /** The model that wrote the solution, in order of first appearance. */
  GENERATOR(row -> row.solution().generator(), row -> 0),
  /** Where the first error is, steps counted from 1 as people read them; no error comes last. */
  ERROR_POSITION(row -> position(row.truth()), row -> index(row.truth())),
  /** How many steps the solution has, from short to long. */
  LENGTH(row -> length(row.solution().steps().size()), row -> row.solution().steps().size());

  private final Function<JudgedSolution, String> part;
  private final ToIntFunction<JudgedSolution> order;

  ErrorGrouping(Function<JudgedSolution, String> part, ToIntFunction<JudgedSolution> order) {
    this.part = part;
    this.order = order;
  }

  /** The measures of each part. */
  public Map<String, StepErrors> measure(List<JudgedSolution> rows, Bootstrap bootstrap) {
    List<JudgedSolution> sorted =
        rows.stream().sorted(Comparator.comparingInt(order)).toList(); // stable
    return StepErrors.by(part, sorted, bootstrap);
  }

  private static String position(Verdict truth) {
    OptionalInt error = truth.earliestError();
    return error.isEmpty() ? "no error" : "step " + (error.getAsInt() + 1);
  }

  private static int index(Verdict truth) {
    return truth.earliestError().orElse(Integer.MAX_VALUE);
  }

  private static String length(int steps) {
    return steps == 1 ? "1 step" : steps + " steps";
  }
}
