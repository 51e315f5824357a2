package org.prmlab.format;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;

/**
 * GSM8K (Cobbe et al. 2021, arXiv 2110.14168): a question and its worked answer, one step a line,
 * ending in {@code #### 18}. The reference solution is read as one of the generator {@code
 * reference}.
 */
record Gsm8kQuestions() implements RecordFormat {
  private static final Set<String> FIELDS = Set.of("question", "answer");
  private static final String MARK = "####";

  @Override
  public String id() {
    return "gsm8k";
  }

  @Override
  public boolean recognizes(JsonRecord record) {
    return record.names(FIELDS) && record.fields().size() == FIELDS.size();
  }

  @Override
  public List<LabeledSolution> decode(JsonRecord record) {
    String worked = record.text("answer");
    int mark = worked.lastIndexOf(MARK);
    String answer = mark < 0 ? "" : worked.substring(mark + MARK.length()).strip();
    if (answer.isEmpty()) {
      throw record.fault("answer", "does not end in #### and the final answer");
    }
    List<String> steps =
        Arrays.stream(worked.substring(0, mark).split("\n"))
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();
    String id = Fields.numbered(this, record);
    Solution solution =
        new Solution(
            id,
            new Problem(id, record.filledText("question"), Optional.of(answer)),
            "reference",
            steps.isEmpty() ? List.of("") : steps,
            Optional.of(answer),
            Optional.of(true));
    return List.of(LabeledSolution.of(solution).withExtra(record.rest(FIELDS)));
  }
}
