package org.prmlab.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;

/**
 * Math-Shepherd (Wang et al. 2023, arXiv 2312.08935): {@code input} ends each step with the tag
 * {@code ки}, {@code label} is the same text with {@code +} or {@code -} in the tag's place. A
 * {@code ки} that stands in both is text, as in a Russian word.
 *
 * <p>Steps are read without their {@code Step k:} mark and written with it.
 */
record MathShepherd() implements WritableFormat {
  static final String TAG = "ки";

  private static final Set<String> FIELDS = Set.of("input", "label");
  private static final Pattern MARK = Pattern.compile("\\s*Step (\\d+): ?");
  private static final String FIRST_MARK = "Step 1:";

  @Override
  public String id() {
    return "math-shepherd";
  }

  @Override
  public boolean recognizes(JsonRecord record) {
    return record.names(FIELDS);
  }

  @Override
  public List<LabeledSolution> decode(JsonRecord record) {
    TaggedText tagged = TaggedText.of(record);
    String first = tagged.steps().get(0);
    int mark = first.lastIndexOf(FIRST_MARK);
    if (mark < 0 || first.substring(0, mark).isBlank()) {
      throw record.fault("input", "has no question followed by 'Step 1:' before its first tag");
    }
    List<String> steps = new ArrayList<>();
    steps.add(withoutMark(first.substring(mark), 1));
    for (int i = 1; i < tagged.steps().size(); i++) {
      steps.add(withoutMark(tagged.steps().get(i), i + 1));
    }
    Problem problem = Problem.of("", first.substring(0, mark).strip());
    Solution solution = Solution.of(Fields.numbered(this, record), problem, steps);
    return List.of(
        LabeledSolution.of(solution, new StepLabels(id(), tagged.labels()))
            .withExtra(record.rest(FIELDS)));
  }

  /** A step that carries another number keeps its mark: the number may be what is wrong with it. */
  private static String withoutMark(String step, int number) {
    Matcher mark = MARK.matcher(step);
    boolean regular = mark.lookingAt() && mark.group(1).equals(Integer.toString(number));
    return (regular ? step.substring(mark.end()) : step).strip();
  }

  @Override
  public Set<SolutionPart> carries() {
    return EnumSet.of(SolutionPart.STEP_LABELS, SolutionPart.EXTRA_FIELDS);
  }

  @Override
  public void encode(LabeledSolution labeled, Conversion conversion, ObjectNode record)
      throws Unwritable {
    List<StepLabel.Hard> labels = conversion.hardLabels(labeled);
    StringBuilder input = new StringBuilder(labeled.solution().problem().text());
    StringBuilder label = new StringBuilder(input);
    for (int i = 0; i < labels.size(); i++) {
      String step =
          (i == 0 ? " Step " : "\nStep ") + (i + 1) + ": " + labeled.solution().steps().get(i);
      input.append(step).append(' ').append(TAG);
      label.append(step).append(labels.get(i) == StepLabel.Hard.CORRECT ? " +" : " -");
    }
    record.put("input", input.toString());
    record.put("label", label.toString());
    Fields.putExtra(labeled, record, FIELDS);
  }
}
