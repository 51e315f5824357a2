package org.prmlab.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.Verdict;

/**
 * GR-Ben (Sun et al. 2026, arXiv 2605.01203): ProcessBench's fields and {@code domain}, {@code
 * error_type} and {@code reason}, which are kept. Unlike there, {@code label} counts from 1; {@code
 * -1} still stands for no error.
 */
public record GrBen() implements RecordFormat {
  private static final Set<String> READ =
      Set.of("id", "generator", "problem", "steps", "final_answer_correct", "label");
  private static final List<String> TELLING =
      List.of("domain", "error_type", "reason", "problem", "steps", "label");
  private static final int NO_ERROR = -1;

  @Override
  public String id() {
    return "gr-ben";
  }

  @Override
  public boolean recognizes(JsonRecord record) {
    return record.names(TELLING) && !PrmlabRecord.hasOwnFields(record);
  }

  @Override
  public List<LabeledSolution> decode(JsonRecord record) {
    List<String> steps = Fields.steps(record, "steps");
    Solution solution =
        new Solution(
            record.filledText("id"),
            Problem.of("", record.filledText("problem")),
            record.text("generator"),
            steps,
            Optional.empty(),
            Optional.of(record.flag("final_answer_correct")));
    return List.of(
        LabeledSolution.of(solution, verdict(record, steps.size())).withExtra(record.rest(READ)));
  }

  private static Verdict verdict(JsonRecord record, int steps) {
    int label = record.integer("label");
    if (label == NO_ERROR) {
      return Verdict.allCorrect();
    }
    if (label < 1 || label > steps) {
      throw record.fault(
          "label",
          "is %d, but there are %d steps; GR-Ben counts the first wrong step from 1, and writes -1 for none"
              .formatted(label, steps));
    }
    return Verdict.errorAt(label - 1);
  }

  /**
   * The domain of a solution that {@link #decode} made, e.g. {@code physics}.
   *
   * @throws IllegalArgumentException if the solution has none
   */
  public static String domain(LabeledSolution solution) {
    return Fields.extraText(solution, "domain");
  }
}
