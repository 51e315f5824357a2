package org.prmlab.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;

/**
 * MATH-500 (Hendrycks et al. 2021, arXiv 2103.03874, as selected by Lightman et al. 2023): a
 * problem, its worked solution and the answer. The reference solution is read as one of the
 * generator {@code reference}, its paragraphs the steps.
 */
record Math500Questions() implements RecordFormat {
  private static final Set<String> READ = Set.of("problem", "solution", "answer", "unique_id");

  @Override
  public String id() {
    return "math-500";
  }

  @Override
  public boolean recognizes(JsonRecord record) {
    return record.names(READ);
  }

  @Override
  public List<LabeledSolution> decode(JsonRecord record) {
    String id = record.filledText("unique_id");
    Optional<String> answer = Optional.of(record.filledText("answer"));
    Solution solution =
        new Solution(
            id,
            new Problem(id, record.filledText("problem"), answer),
            "reference",
            StepDivision.PARAGRAPHS.steps(record.text("solution")),
            answer,
            Optional.of(true));
    return List.of(LabeledSolution.of(solution).withExtra(record.rest(READ)));
  }
}
