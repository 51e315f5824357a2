package org.prmlab.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.NameColumn;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.SolutionColumns;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;

/**
 * PRMBench (Song et al. 2025, arXiv 2501.03124): solutions with planted errors of one class each.
 * {@code error_steps} counts from 1; every other step of {@code modified_process} is valid.
 *
 * <p>The class of the error is kept under {@code classification} of {@link
 * LabeledSolution#extra()}, together with the unmodified process.
 *
 * @param beyondEnd what to do with an error step that the process does not have
 */
public record PrmBench(ErrorBeyondEnd beyondEnd) implements RecordFormat {

  /**
   * What to do where {@code error_steps} names a step after the last one, as one real record does.
   */
  public enum ErrorBeyondEnd {
    /** The record is bad. */
    REFUSE,
    /** That entry says nothing about any step, as in PRMBench's own evaluation code. */
    IGNORE
  }

  /** The field that names the class of planted errors. */
  public static final String CLASSIFICATION = "classification";

  private static final Set<String> READ =
      Set.of("idx", "modified_question", "modified_process", "error_steps");

  /** Refuses a record whose error steps do not fit. */
  public PrmBench() {
    this(ErrorBeyondEnd.REFUSE);
  }

  @Override
  public String id() {
    return "prmbench";
  }

  /** The published file has five ids twice. */
  @Override
  public DoubleId doubleId() {
    return DoubleId.NUMBER;
  }

  @Override
  public boolean recognizes(JsonRecord record) {
    return record.names(READ);
  }

  @Override
  public List<LabeledSolution> decode(JsonRecord record) {
    List<String> steps = Fields.steps(record, "modified_process");
    List<StepLabel> labels =
        new ArrayList<>(steps.stream().map(s -> StepLabel.Hard.CORRECT).toList());
    for (int error : record.integers("error_steps")) {
      if (error > steps.size() && beyondEnd == ErrorBeyondEnd.IGNORE) {
        continue;
      }
      if (error < 1 || error > steps.size()) {
        throw record.fault(
            "error_steps",
            "names step %d, but modified_process has %d; expected 1 to %d, counted from 1"
                .formatted(error, steps.size(), steps.size()));
      }
      labels.set(error - 1, StepLabel.Hard.INCORRECT);
    }
    Problem problem = Problem.of("", record.filledText("modified_question"));
    Solution solution =
        new Solution(
            record.identity("idx"), problem, "", steps, Optional.empty(), Optional.empty());
    return List.of(
        LabeledSolution.of(solution, new StepLabels(id(), labels)).withExtra(record.rest(READ)));
  }

  /**
   * The error class of a solution in columns, e.g. {@code circular}.
   *
   * @param columns with the field {@link #CLASSIFICATION}
   * @throws IllegalArgumentException if the solution has none
   */
  public static String classification(SolutionColumns columns, int solution) {
    NameColumn classes = columns.field(CLASSIFICATION);
    if (classes.code(solution) < 0) {
      throw new IllegalArgumentException(
          "solution '%s' has no text in a field '%s'"
              .formatted(columns.ids().get(solution), CLASSIFICATION));
    }
    return Json.unquoted(classes.names().get(classes.code(solution)));
  }

  /**
   * The error class of a solution that {@link #decode} made, e.g. {@code circular}.
   *
   * @throws IllegalArgumentException if the solution has none
   */
  public static String classification(LabeledSolution solution) {
    return Fields.extraText(solution, CLASSIFICATION);
  }
}
