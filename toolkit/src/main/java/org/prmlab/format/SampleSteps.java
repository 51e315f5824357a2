package org.prmlab.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prmlab.data.LabeledSolution;

/**
 * The samples of one problem taken apart into steps, and what a model scored them.
 *
 * <p>A list of scores has one number a step of its sample. Where every sample has a single number,
 * as such or in a list, and some sample has several steps, an outcome reward model gave them. A
 * sample that was not scored has {@code null}; a blank one may have an empty list.
 *
 * @param scorer the name the scores are kept under: that of their field
 * @param texts the steps of each sample
 * @param scores the scores of each sample; empty for one that has none
 * @param kind what the scores are
 */
record SampleSteps(String scorer, List<List<String>> texts, List<List<Double>> scores, Kind kind) {

  /** What a number stands for. */
  private enum Kind {
    STEP,
    SOLUTION
  }

  /**
   * @param textField list of samples, each a text
   * @param scoreField list of their scores; may be absent
   */
  static SampleSteps of(
      JsonRecord record, String textField, String scoreField, StepDivision division) {
    List<String> samples = record.texts(textField);
    if (samples.isEmpty()) {
      throw record.fault(textField, "is an empty list; expected at least one sample");
    }
    List<JsonNode> scores = record.has(scoreField) ? record.items(scoreField) : List.of();
    if (record.has(scoreField)) {
      Fields.sameLength(record, scoreField, scores.size(), samples.size());
    }
    return of(
        record,
        samples.stream().map(division::steps).toList(),
        new MappedRecord.Scores(scoreField, scores),
        division);
  }

  /** The same for samples that are taken apart already. */
  static SampleSteps of(
      JsonRecord record,
      List<List<String>> texts,
      MappedRecord.Scores found,
      StepDivision division) {
    List<List<Double>> scores = new ArrayList<>();
    boolean number = false;
    for (JsonNode item : found.values()) {
      String field = found.name() + "[" + scores.size() + "]";
      number |= item.isNumber();
      scores.add(item.isNull() ? List.of() : record.numberOrNumbers(field, item));
    }
    SampleSteps all = new SampleSteps(found.name(), texts, scores, Kind.STEP);
    return number || all.isOutcome()
        ? all.asOutcomes(record)
        : all.checked(record, found, division);
  }

  private boolean isOutcome() {
    boolean several = false;
    for (int i = 0; i < scores.size(); i++) {
      if (scores.get(i).size() > 1) {
        return false;
      }
      several |= scores.get(i).size() == 1 && texts.get(i).size() > 1;
    }
    return several;
  }

  private SampleSteps asOutcomes(JsonRecord record) {
    for (int i = 0; i < scores.size(); i++) {
      if (scores.get(i).size() > 1) {
        throw record.fault(
            scorer + "[" + i + "]",
            "has %d scores, another sample one number; expected one kind"
                .formatted(scores.get(i).size()));
      }
    }
    return new SampleSteps(scorer, texts, scores, Kind.SOLUTION);
  }

  private SampleSteps checked(
      JsonRecord record, MappedRecord.Scores values, StepDivision division) {
    for (int i = 0; i < scores.size(); i++) {
      List<String> steps = texts.get(i);
      int found = scores.get(i).size();
      boolean unscored =
          values.values().get(i).isNull() || (found == 0 && steps.equals(List.of("")));
      if (!unscored && found != steps.size()) {
        throw record
            .fault(
                scorer + "[" + i + "]",
                "has %d scores, but the sample has %d steps (%s); was it truncated when scored, or divided in another way?"
                    .formatted(found, steps.size(), division))
            .mendedBy(ReadingChoice.STEP_DIVISION);
      }
    }
    return this;
  }

  int samples() {
    return texts.size();
  }

  List<String> of(int sample) {
    return texts.get(sample);
  }

  /** The solution with the scores of a sample. */
  LabeledSolution scored(LabeledSolution solution, int sample) {
    Optional<List<Double>> found =
        scores.isEmpty() ? Optional.empty() : Optional.of(scores.get(sample));
    if (found.isEmpty() || found.get().isEmpty()) {
      return solution;
    }
    return kind == Kind.STEP
        ? solution.withScores(Map.of(scorer, found.get()))
        : solution.withOutcomes(Map.of(scorer, found.get().get(0)));
  }
}
