package org.prmlab.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;

/**
 * Records of whatever layout, read by a {@link FieldMap}. A record is one solution, or several
 * samples of one problem. Fields that the map does not touch are kept.
 *
 * <p>Where the problem and the first step are mapped to the same text, it holds both, and {@link
 * QuestionEnd} takes it apart.
 */
final class MappedRecords implements RecordFormat {
  private final FieldMap map;
  private final StepDivision division;
  private final QuestionEnd questionEnd;
  private final MappedLabels labels = new MappedLabels();

  /** Paragraphs are steps, and questions end at a mark. */
  public MappedRecords(FieldMap map) {
    this(map, StepDivision.PARAGRAPHS, QuestionEnd.marked());
  }

  private MappedRecords(FieldMap map, StepDivision division, QuestionEnd questionEnd) {
    this.map = map;
    this.division = division;
    this.questionEnd = questionEnd;
  }

  @Override
  public String id() {
    return "mapped";
  }

  @Override
  public String leavesOut() {
    return "what stands beside the mapped values in the same field";
  }

  @Override
  public Set<ReadingChoice> choices() {
    return Set.of(ReadingChoice.STEP_DIVISION, ReadingChoice.QUESTION_END);
  }

  @Override
  public RecordFormat read(Reading reading) {
    return new MappedRecords(
        map, reading.steps().orElse(division), reading.questionEnd().orElse(questionEnd));
  }

  @Override
  public boolean recognizes(JsonRecord record) {
    return record.names(map.roots());
  }

  @Override
  public List<LabeledSolution> decode(JsonRecord record) {
    MappedRecord values = new MappedRecord(record, map, division);
    return map.has(MapTarget.SAMPLES) ? samples(values) : List.of(solution(values));
  }

  private LabeledSolution solution(MappedRecord values) {
    JsonRecord record = values.record();
    String id = values.text(MapTarget.ID).orElseGet(() -> Fields.numbered(this, record));
    QuestionEnd.Parts parts = values.questionAndSteps(questionEnd);
    List<String> steps = parts.rest().isEmpty() ? values.steps() : values.steps(parts);
    Problem problem =
        new Problem(
            values.text(MapTarget.PROBLEM_ID).orElse(""),
            parts.question(),
            values.text(MapTarget.ANSWER));
    Solution solution =
        new Solution(
            id,
            problem,
            values.text(MapTarget.GENERATOR).orElse(""),
            steps,
            values.text(MapTarget.FINAL_ANSWER),
            values.value(MapTarget.CORRECT).flatMap(v -> MappedLabels.flag(record, v)));
    LabeledSolution read = labeled(values, LabeledSolution.of(solution));
    return values.scored(read).withExtra(record.rest(map.roots()));
  }

  private LabeledSolution labeled(MappedRecord values, LabeledSolution bare) {
    JsonRecord record = values.record();
    int steps = bare.solution().steps().size();
    LabeledSolution read = values.verdict(steps).map(bare::withVerdict).orElse(bare);
    for (MapTarget target : List.of(MapTarget.LABEL, MapTarget.RATING)) {
      Optional<List<FieldPath.Value>> found = values.items(target);
      if (found.isPresent()) {
        read =
            read.withLabels(
                List.of(
                    new StepLabels(
                        values.name(target),
                        target == MapTarget.LABEL
                            ? labels.labels(record, found.get(), steps)
                            : MappedLabels.ratings(record, found.get(), steps))));
      }
    }
    return read;
  }

  private List<LabeledSolution> samples(MappedRecord values) {
    JsonRecord record = values.record();
    String id = values.text(MapTarget.ID).orElseGet(() -> Fields.numbered(this, record));
    Problem problem =
        new Problem(
            values.text(MapTarget.PROBLEM_ID).orElse(id),
            values.filled(MapTarget.PROBLEM),
            values.text(MapTarget.ANSWER));
    List<List<String>> texts = values.samples();
    SampleSteps steps =
        SampleSteps.of(record, texts, values.scoresOfSamples(texts.size()), division);
    List<Optional<FieldPath.Value>> answers =
        values.perSample(MapTarget.FINAL_ANSWER, texts.size());
    List<Optional<FieldPath.Value>> correct = values.perSample(MapTarget.CORRECT, texts.size());
    List<Optional<FieldPath.Value>> marks = values.perSample(MapTarget.LABEL, texts.size());
    Map<String, String> extra = record.rest(map.roots());
    List<LabeledSolution> solutions = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Solution solution =
          new Solution(
              id + "-" + i,
              problem,
              values.text(MapTarget.GENERATOR).orElse(""),
              texts.get(i),
              answers.get(i).map(values::text),
              correct.get(i).flatMap(v -> MappedLabels.flag(record, v)));
      LabeledSolution read = steps.scored(LabeledSolution.of(solution), i).withExtra(extra);
      solutions.add(marks.get(i).map(v -> marked(values, read, v)).orElse(read));
    }
    return solutions;
  }

  private LabeledSolution marked(
      MappedRecord values, LabeledSolution sample, FieldPath.Value marks) {
    int steps = sample.solution().steps().size();
    List<StepLabel> read = labels.labels(values.record(), values.labelsOf(marks), steps);
    return sample.withLabels(List.of(new StepLabels(values.name(MapTarget.LABEL), read)));
  }
}
