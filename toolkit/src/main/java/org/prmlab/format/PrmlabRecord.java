package org.prmlab.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.Solution;
import org.prmlab.data.StepDataset;
import org.prmlab.data.StepLabels;

/**
 * The toolkit's own record: ProcessBench's, of which only {@code id}, {@code problem} and {@code
 * steps} must be there, plus
 *
 * <ul>
 *   <li>{@code problem_id}, {@code answer} (the gold one), {@code final_answer}: text;
 *   <li>{@code step_labels}: {@code [{"source": text, "values": [one label a step]}]}, a label
 *       being {@code true} or {@code false} (hard), a number in [0, 1] (soft), {@code {"correct":
 *       3, "total": 8}} (rollouts with a verdict; {@code "tried"} beside it where more were drawn),
 *       {@code {"rating": -1, 0 or 1}} (PRM800K), or {@code null} (none);
 *   <li>{@code scores}: {@code {"name of the PRM": [one number a step]}}, fewer if it truncated;
 *   <li>{@code score_meanings}: {@code {"name of the PRM": "step-correct" or "eventual-success"}},
 *       what its scores are probabilities of; absent or {@code "unstated"} where nobody said;
 *   <li>{@code outcome_scores}: {@code {"name of the outcome reward model": one number}}, any
 *       finite one. A single number under {@code scores} is read as one too.
 * </ul>
 *
 * <p>Other fields survive a round trip. A field of another format that is named like one of these
 * becomes {@code source_} and its name.
 */
public record PrmlabRecord() implements WritableFormat {
  /** The fields that must be there. */
  static final List<String> REQUIRED = List.of("id", "problem", "steps");

  private static final List<String> OWN =
      List.of(
          "problem_id",
          "answer",
          "final_answer",
          "step_labels",
          "scores",
          "score_meanings",
          "outcome_scores");

  /** The fields that are read. */
  static final Set<String> FIELDS =
      Set.of(
          "id",
          "generator",
          "problem",
          "steps",
          "final_answer_correct",
          "label",
          "problem_id",
          "answer",
          "final_answer",
          "step_labels",
          "scores",
          "score_meanings",
          "outcome_scores");

  /** Whether a field of this name is read. */
  static boolean reads(String field) {
    return FIELDS.contains(field);
  }

  static boolean hasOwnFields(JsonRecord record) {
    return OWN.stream().anyMatch(record::has);
  }

  @Override
  public String id() {
    return "prmlab";
  }

  @Override
  public boolean recognizes(JsonRecord record) {
    return record.names(REQUIRED);
  }

  @Override
  public List<LabeledSolution> decode(JsonRecord record) {
    Solution solution = solution(record);
    return List.of(
        new LabeledSolution(
            solution,
            record.has("label")
                ? Optional.of(Fields.verdict(record, solution.steps().size()))
                : Optional.empty(),
            labels(record, solution.steps().size()),
            scores(record, solution.steps().size()),
            meanings(record),
            outcomes(record),
            record.rest(FIELDS)));
  }

  private static Solution solution(JsonRecord record) {
    Problem problem =
        new Problem(
            record.optionalText("problem_id").orElse(""),
            record.filledText("problem"),
            record.optionalText("answer"));
    return new Solution(
        record.filledText("id"),
        problem,
        record.optionalText("generator").orElse(""),
        Fields.steps(record, "steps"),
        record.optionalText("final_answer"),
        record.has("final_answer_correct")
            ? Optional.of(record.flag("final_answer_correct"))
            : Optional.empty());
  }

  private static List<StepLabels> labels(JsonRecord record, int steps) {
    List<StepLabels> labels = new ArrayList<>();
    Set<String> sources = new HashSet<>();
    if (record.has("step_labels")) {
      for (JsonRecord entry : record.objects("step_labels")) {
        String source = entry.filledText("source");
        if (!sources.add(source)) {
          throw record.fault(
              "step_labels",
              "has two lists from '%s'; expected one a source, name them apart"
                  .formatted(Excerpt.of(source)));
        }
        labels.add(new StepLabels(source, LabelValues.read(entry, "values", steps)));
      }
    }
    return labels;
  }

  private static Map<String, List<Double>> scores(JsonRecord record, int steps) {
    Map<String, List<Double>> scores = new LinkedHashMap<>();
    if (record.has("scores")) {
      JsonRecord byPrm = record.object("scores");
      for (String prm : byPrm.fields()) {
        if (byPrm.has(prm) && !byPrm.value(prm).isNumber()) {
          scores.put(prm, Fields.atMost(steps, byPrm, prm));
        }
      }
    }
    return scores;
  }

  private static Map<String, ScoreMeaning> meanings(JsonRecord record) {
    Map<String, ScoreMeaning> meanings = new LinkedHashMap<>();
    if (record.has("score_meanings")) {
      JsonRecord byPrm = record.object("score_meanings");
      for (String prm : byPrm.fields()) {
        String meaning = byPrm.filledText(prm);
        meanings.put(
            prm,
            ScoreMeaning.named(meaning)
                .orElseThrow(
                    () ->
                        byPrm.fault(
                            prm,
                            "is '%s'; expected step-correct, eventual-success or unstated"
                                .formatted(Excerpt.of(meaning)))));
      }
    }
    return meanings;
  }

  private static Map<String, Double> outcomes(JsonRecord record) {
    Map<String, Double> outcomes = new LinkedHashMap<>();
    if (record.has("scores")) {
      JsonRecord byPrm = record.object("scores");
      byPrm.fields().stream()
          .filter(name -> byPrm.value(name).isNumber())
          .forEach(name -> outcomes.put(name, byPrm.number(name)));
    }
    if (record.has("outcome_scores")) {
      JsonRecord byModel = record.object("outcome_scores");
      for (String model : byModel.fields()) {
        if (byModel.has(model) && outcomes.put(model, byModel.number(model)) != null) {
          throw byModel.fault(model, "stands under scores too; expected one score of a model");
        }
      }
    }
    return outcomes;
  }

  /** A solution as one line of JSON. */
  public static String text(LabeledSolution solution) {
    ObjectNode record = Json.MAPPER.createObjectNode();
    new PrmlabRecord().encode(solution, Conversion.exact(), record);
    return record.toString();
  }

  /**
   * All records of a file: JSON array or JSONL, plain or gzip.
   *
   * @throws FormatException if the file or a record is bad; names file, line and field
   */
  public static StepDataset read(Path path) {
    return StepFiles.read(path, new PrmlabRecord());
  }

  /**
   * Writes JSONL if the name ends so, else a JSON array.
   *
   * @throws FormatException if the file cannot be written
   */
  public static void write(Path path, Iterable<LabeledSolution> solutions) {
    SolutionWriter.writeAll(path, new PrmlabRecord(), solutions);
  }

  @Override
  public Set<SolutionPart> carries() {
    return EnumSet.allOf(SolutionPart.class);
  }

  @Override
  public void encode(LabeledSolution labeled, Conversion conversion, ObjectNode record) {
    Solution solution = labeled.solution();
    record.put("id", solution.id());
    record.put("generator", solution.generator());
    if (!solution.problem().id().isEmpty()) {
      record.put("problem_id", solution.problem().id());
    }
    record.put("problem", solution.problem().text());
    solution.problem().answer().ifPresent(a -> record.put("answer", a));
    Fields.put(record, "steps", solution.steps());
    solution.finalAnswer().ifPresent(a -> record.put("final_answer", a));
    solution.finalAnswerCorrect().ifPresent(c -> record.put("final_answer_correct", c));
    labeled.verdict().ifPresent(v -> record.put("label", Fields.label(v)));
    if (!labeled.labels().isEmpty()) {
      ArrayNode entries = record.putArray("step_labels");
      labeled.labels().forEach(l -> LabelValues.write(l, entries.addObject()));
    }
    if (!labeled.scores().isEmpty()) {
      ObjectNode byPrm = record.putObject("scores");
      labeled.scores().forEach((prm, values) -> values.forEach(byPrm.putArray(prm)::add));
    }
    if (!labeled.meanings().isEmpty()) {
      ObjectNode byPrm = record.putObject("score_meanings");
      labeled.meanings().forEach((prm, meaning) -> byPrm.put(prm, meaning.id()));
    }
    if (!labeled.outcomes().isEmpty()) {
      labeled.outcomes().forEach(record.putObject("outcome_scores")::put);
    }
    Fields.putExtra(labeled, record, FIELDS);
  }
}
