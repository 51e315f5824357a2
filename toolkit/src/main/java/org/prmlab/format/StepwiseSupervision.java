package org.prmlab.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;

/**
 * TRL's stepwise supervision: {@code prompt}, {@code completions} and one {@code true} or {@code
 * false} in {@code labels} for each. A label such as -100 (TRL's mask for tokens) is no step label
 * and is refused.
 */
public record StepwiseSupervision() implements WritableFormat {
  private static final Set<String> FIELDS = Set.of("prompt", "completions", "labels");

  @Override
  public String id() {
    return "trl";
  }

  @Override
  public boolean recognizes(JsonRecord record) {
    return record.names(FIELDS);
  }

  @Override
  public List<LabeledSolution> decode(JsonRecord record) {
    List<String> steps = Fields.steps(record, "completions");
    List<Boolean> flags = record.flags("labels");
    Fields.sameLength(record, "labels", flags.size(), steps.size());
    Problem problem = Problem.of("", record.filledText("prompt"));
    StepLabels labels = new StepLabels(id(), flags.stream().map(Fields::hard).toList());
    return List.of(
        LabeledSolution.of(Solution.of(Fields.numbered(this, record), problem, steps), labels)
            .withExtra(record.rest(FIELDS)));
  }

  @Override
  public Set<SolutionPart> carries() {
    return EnumSet.of(SolutionPart.STEP_LABELS, SolutionPart.EXTRA_FIELDS);
  }

  @Override
  public void encode(LabeledSolution labeled, Conversion conversion, ObjectNode record)
      throws Unwritable {
    List<StepLabel.Hard> labels = conversion.hardLabels(labeled);
    record.put("prompt", labeled.solution().problem().text());
    Fields.put(record, "completions", labeled.solution().steps().subList(0, labels.size()));
    ArrayNode flags = record.putArray("labels");
    labels.forEach(label -> flags.add(label == StepLabel.Hard.CORRECT));
    Fields.putExtra(labeled, record);
  }
}
