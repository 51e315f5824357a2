package org.prmlab.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.StepLabels;

/**
 * Math-APS, made by OmegaPRM (Luo et al. 2024, arXiv 2406.06592): Monte-Carlo values of solution
 * prefixes, as a list of prefixes or as a tree whose root is the question.
 *
 * <p>Each path from the question to a leaf is one solution, so paths that share a beginning share
 * its labels. Values come without counts and are read as soft labels.
 */
record MathAps() implements RecordFormat {
  private static final Set<String> READ =
      Set.of("question", "final_answer", "question_id", "reasoning_steps");

  @Override
  public String id() {
    return "math-aps";
  }

  @Override
  public boolean recognizes(JsonRecord record) {
    return record.names(List.of("question", "reasoning_steps"));
  }

  @Override
  public List<LabeledSolution> decode(JsonRecord record) {
    Problem problem =
        new Problem(
            record.has("question_id") ? record.identity("question_id") : "",
            record.filledText("question"),
            record.has("final_answer")
                ? Optional.of(record.identity("final_answer"))
                : Optional.empty());
    List<PrefixPath> paths = PrefixPath.in(record, "reasoning_steps");
    List<LabeledSolution> solutions = new ArrayList<>(paths.size());
    for (PrefixPath path : paths) {
      String id = Fields.numbered(this, record) + "-" + solutions.size();
      Solution solution = Solution.of(id, problem, path.steps());
      solutions.add(
          LabeledSolution.of(solution, new StepLabels("mc", path.labels()))
              .withExtra(record.rest(READ)));
    }
    return solutions;
  }
}
