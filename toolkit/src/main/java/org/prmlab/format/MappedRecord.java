package org.prmlab.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Verdict;

/**
 * The mapped values of one record.
 *
 * @param division how texts are divided into steps
 */
record MappedRecord(JsonRecord record, FieldMap map, StepDivision division) {

  private static final Set<String> SAYS_NOTHING = Set.of("content", "value", "text");

  /** What scores of samples are kept under, and the scores. */
  record Scores(String name, List<JsonNode> values) {}

  private FieldPath.Found found(MapTarget target) {
    return map.path(target)
        .map(path -> path.in(record.node()))
        .orElse(new FieldPath.Found(List.of(), false));
  }

  /** What labels and scores are kept under: the last name on their way, unless it says nothing. */
  String name(MapTarget target) {
    return map.path(target)
        .map(FieldPath::lastName)
        .filter(name -> !SAYS_NOTHING.contains(name))
        .orElse(target.toString());
  }

  private String way(MapTarget target) {
    return map.path(target).map(FieldPath::text).orElse(target.toString());
  }

  /** The only value; empty if it is missing, or not mapped. */
  Optional<FieldPath.Value> value(MapTarget target) {
    FieldPath.Found found = found(target);
    if (found.values().size() > 1) {
      throw record.fault(
          way(target),
          "leads to %d values; expected one %s".formatted(found.values().size(), target));
    }
    return found.single();
  }

  /** A text, or a number as text. */
  Optional<String> text(MapTarget target) {
    return value(target).map(this::text);
  }

  String text(FieldPath.Value value) {
    JsonNode node = value.node();
    return node.isNumber() || node.isBoolean() ? node.asText() : record.text(value.field(), node);
  }

  /** A text that must be there. */
  String filled(MapTarget target) {
    String text =
        text(target)
            .orElseThrow(
                () ->
                    record.fault(
                        way(target),
                        "is missing; expected the %s. The record has %s"
                            .formatted(target, String.join(", ", record.fields()))));
    if (text.isBlank()) {
      throw record.fault(way(target), "is blank; expected the " + target);
    }
    return text;
  }

  /**
   * The question and, where one text holds both, the steps beside it.
   *
   * @return parts with an empty rest if the question stands alone
   */
  QuestionEnd.Parts questionAndSteps(QuestionEnd questionEnd) {
    MapTarget target = map.has(MapTarget.STEPS) ? MapTarget.STEPS : MapTarget.RESPONSE;
    String question = filled(MapTarget.PROBLEM);
    String at = value(MapTarget.PROBLEM).orElseThrow().field();
    boolean both =
        found(target).values().stream().findFirst().map(v -> v.field().equals(at)).orElse(false);
    if (!both) {
      return new QuestionEnd.Parts(question, "");
    }
    return questionEnd
        .split(question)
        .orElseThrow(
            () ->
                record
                    .fault(
                        at,
                        "holds the question and the first step, and where the one ends is not"
                            + " known; name a text after which it does, or a file of the questions")
                    .mendedBy(ReadingChoice.QUESTION_END));
  }

  /** The steps, where the question stands apart. */
  List<String> steps() {
    if (map.has(MapTarget.RESPONSE)) {
      return division.steps(filled(MapTarget.RESPONSE));
    }
    Optional<List<FieldPath.Value>> items = found(MapTarget.STEPS).items();
    return items.isEmpty() ? division.steps(filled(MapTarget.STEPS)) : texts(items.get());
  }

  /** The steps, of which the first stands in one text with the question. */
  List<String> steps(QuestionEnd.Parts parts) {
    List<FieldPath.Value> values = found(MapTarget.STEPS).values();
    if (values.size() <= 1) {
      return division.steps(parts.rest());
    }
    List<String> steps = new ArrayList<>(texts(values));
    steps.set(0, parts.rest());
    return steps;
  }

  private List<String> texts(List<FieldPath.Value> values) {
    List<String> texts = new ArrayList<>();
    for (FieldPath.Value value : values) {
      if (value.node().isObject()) {
        throw record.fault(
            value.field(), "is an object; expected text. Map a field of it: " + inside(value));
      }
      texts.add(record.text(value.field(), value.node()));
    }
    if (texts.isEmpty()) {
      throw record.fault(way(MapTarget.STEPS), "leads to no step; expected at least one");
    }
    return texts;
  }

  private String inside(FieldPath.Value value) {
    String names = String.join(" or ", record.object(value.field(), value.node()).fields());
    return "steps=%s[].NAME, NAME being %s".formatted(way(MapTarget.STEPS), names);
  }

  /** The steps of each sample. */
  List<List<String>> samples() {
    List<FieldPath.Value> values =
        found(MapTarget.SAMPLES)
            .items()
            .orElseThrow(
                () -> record.fault(way(MapTarget.SAMPLES), "is no list; expected the samples"));
    List<List<String>> samples = new ArrayList<>();
    for (FieldPath.Value value : values) {
      samples.add(value.node().isArray() ? texts(itemsOf(value)) : division.steps(text(value)));
    }
    if (samples.isEmpty()) {
      throw record.fault(way(MapTarget.SAMPLES), "leads to no sample; expected at least one");
    }
    return samples;
  }

  private static List<FieldPath.Value> itemsOf(FieldPath.Value list) {
    return new FieldPath.Found(List.of(list), false).items().orElse(List.of(list));
  }

  /** One value a sample; all empty if the target is not mapped or the list is missing. */
  List<Optional<FieldPath.Value>> perSample(MapTarget target, int samples) {
    Optional<List<FieldPath.Value>> items = items(target);
    List<Optional<FieldPath.Value>> values = new ArrayList<>();
    items.ifPresent(all -> Fields.sameLength(record, way(target), all.size(), samples));
    for (int i = 0; i < samples; i++) {
      int sample = i;
      values.add(items.map(all -> all.get(sample)).filter(v -> !v.isMissing()));
    }
    return values;
  }

  /** The items of a list; of a text of signs, such as {@code + + -}, the signs. */
  Optional<List<FieldPath.Value>> items(MapTarget target) {
    FieldPath.Found found = found(target);
    Optional<List<FieldPath.Value>> items = found.items();
    if (items.isPresent() || found.single().isEmpty()) {
      return items;
    }
    FieldPath.Value value = found.single().get();
    String text = value.node().asText().strip();
    if (!value.node().isTextual() || !text.matches("[+-](\\s*[+-])*")) {
      return Optional.of(List.of(target.isOfSteps() ? oneForAll(value) : value));
    }
    List<FieldPath.Value> signs = new ArrayList<>();
    for (char sign : text.replaceAll("\\s", "").toCharArray()) {
      signs.add(
          new FieldPath.Value(
              value.field(), Json.MAPPER.getNodeFactory().textNode(String.valueOf(sign))));
    }
    return Optional.of(signs);
  }

  /**
   * Refuses one value where steps have one each: a mark of the whole is no label of its only step.
   */
  private FieldPath.Value oneForAll(FieldPath.Value value) {
    throw record.fault(
        value.field(),
        ("is %s, one value for a whole solution; expected a list, one a step. Map it as correct if"
                + " it says whether the answer is right, as first_error if it is the place of an"
                + " error")
            .formatted(value.node()));
  }

  /** The labels of one sample's steps. */
  List<FieldPath.Value> labelsOf(FieldPath.Value sample) {
    return sample.node().isArray() ? itemsOf(sample) : List.of(oneForAll(sample));
  }

  Scores scoresOfSamples(int samples) {
    MapTarget target =
        map.has(MapTarget.OUTCOME_SCORE) ? MapTarget.OUTCOME_SCORE : MapTarget.SCORES;
    List<JsonNode> scores = new ArrayList<>();
    if (map.has(target) && found(target).items().isPresent()) {
      for (Optional<FieldPath.Value> value : perSample(target, samples)) {
        scores.add(
            value.map(FieldPath.Value::node).orElse(Json.MAPPER.getNodeFactory().nullNode()));
      }
    }
    return new Scores(name(target), scores);
  }

  /** The solution with its scores: a score a step, or one for the whole. */
  LabeledSolution scored(LabeledSolution solution) {
    LabeledSolution scored = solution;
    Optional<FieldPath.Value> outcome = value(MapTarget.OUTCOME_SCORE);
    if (outcome.isPresent()) {
      scored = withOutcome(scored, MapTarget.OUTCOME_SCORE, outcome.get());
    }
    FieldPath.Found found = found(MapTarget.SCORES);
    if (!found.several() && found.single().filter(v -> v.node().isNumber()).isPresent()) {
      return withOutcome(scored, MapTarget.SCORES, found.single().orElseThrow());
    }
    if (found.items().isEmpty()) {
      found.single().ifPresent(this::number); // says that it is no number
      return scored;
    }
    List<Double> scores = found.items().get().stream().map(this::number).toList();
    int steps = solution.solution().steps().size();
    if (scores.size() != steps && scores.size() != 1) {
      throw record
          .fault(
              way(MapTarget.SCORES),
              "has %d scores for %d steps (%s); expected one a step, or one for the whole"
                  .formatted(scores.size(), steps, division))
          .mendedBy(ReadingChoice.STEP_DIVISION);
    }
    return scored.withScores(Map.of(name(MapTarget.SCORES), scores));
  }

  private LabeledSolution withOutcome(
      LabeledSolution solution, MapTarget target, FieldPath.Value value) {
    Map<String, Double> outcomes = new LinkedHashMap<>(solution.outcomes());
    outcomes.put(name(target), number(value));
    return solution.withOutcomes(outcomes);
  }

  private double number(FieldPath.Value value) {
    return record.number(value.field(), value.node());
  }

  /** What a field of the first error says. */
  Optional<Verdict> verdict(int steps) {
    MapTarget target =
        map.has(MapTarget.FIRST_ERROR) ? MapTarget.FIRST_ERROR : MapTarget.FIRST_ERROR_FROM_1;
    FieldPath.Found found = found(target);
    if (found.values().isEmpty() || found.values().get(0).node().isMissingNode()) {
      return Optional.empty();
    }
    int base = target == MapTarget.FIRST_ERROR ? 0 : 1;
    Optional<FieldPath.Value> value = value(target);
    if (value.isEmpty()) {
      return Optional.of(Verdict.allCorrect());
    }
    double index = number(value.get()) - base;
    if (index == -1 || index == -1 - base) {
      return Optional.of(Verdict.allCorrect());
    }
    if (index != Math.rint(index) || index < 0 || index >= steps) {
      throw record.fault(
          value.get().field(),
          "is %s for %d steps; expected an index from %d to %d, or none"
              .formatted(value.get().node(), steps, base, steps - 1 + base));
    }
    return Optional.of(Verdict.errorAt((int) index));
  }
}
