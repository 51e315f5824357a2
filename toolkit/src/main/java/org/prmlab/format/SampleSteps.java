package org.prmlab.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The samples of one problem taken apart into steps, as many as a PRM gave scores to.
 *
 * @param prm the name the scores are kept under: that of their field
 * @param texts the steps of each sample
 * @param values the scores of each sample; empty if the record has none
 */
record SampleSteps(String prm, List<List<String>> texts, List<List<Double>> values) {

  static SampleSteps of(JsonRecord record, String textField, String scoreField) {
    List<String> samples = record.texts(textField);
    List<List<Double>> scores = record.has(scoreField) ? record.numberLists(scoreField) : List.of();
    if (samples.isEmpty()) {
      throw record.fault(textField, "is an empty list; expected at least one sample");
    }
    if (record.has(scoreField)) {
      Fields.sameLength(record, scoreField, scores.size(), samples.size());
    }
    List<List<String>> steps = new ArrayList<>();
    for (String sample : samples) {
      List<String> paragraphs = paragraphs(sample);
      if (!scores.isEmpty()) {
        String field = scoreField + "[" + steps.size() + "]";
        checkCount(record, field, scores.get(steps.size()).size(), paragraphs.size());
      }
      steps.add(paragraphs);
    }
    return new SampleSteps(scoreField, steps, scores);
  }

  private static void checkCount(JsonRecord record, String field, int scores, int steps) {
    if (scores != steps) {
      throw record.fault(
          field,
          "has %d scores, but the sample has %d steps (paragraphs); was it truncated when scored?"
              .formatted(scores, steps));
    }
  }

  /** Paragraphs that are not blank; a blank sample is one empty step. */
  static List<String> paragraphs(String sample) {
    List<String> paragraphs =
        Arrays.stream(sample.split("\n\n")).map(String::strip).filter(p -> !p.isEmpty()).toList();
    return paragraphs.isEmpty() ? List.of("") : paragraphs;
  }

  int samples() {
    return texts.size();
  }

  List<String> of(int sample) {
    return texts.get(sample);
  }

  Map<String, List<Double>> scores(int sample) {
    return values.isEmpty() ? Map.of() : Map.of(prm, values.get(sample));
  }
}
