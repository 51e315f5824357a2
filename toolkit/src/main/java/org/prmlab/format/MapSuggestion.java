package org.prmlab.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A map that may fit a record of no known layout, guessed from the names of its fields and from
 * which of them are lists.
 */
final class MapSuggestion {
  private static final List<String> PROBLEM =
      List.of("problem", "question", "prompt", "query", "instruction", "input", "text");
  private static final List<String> ANSWER =
      List.of("gold", "gt", "ground_truth", "gold_answer", "target", "answer");
  private static final List<String> SOLUTION =
      List.of(
          "steps",
          "reasoning_steps",
          "solution_steps",
          "process",
          "response",
          "responses",
          "completion",
          "completions",
          "samples",
          "outputs",
          "output",
          "resps",
          "generation",
          "solution",
          "answers",
          "answer",
          "text");
  private static final List<String> STEPS =
      List.of("steps", "reasoning_steps", "solution_steps", "process", "response");
  private static final List<String> LABELS =
      List.of("labels", "label", "step_labels", "hard_labels", "soft_labels", "monte_carlo_scores");
  private static final List<String> FIRST_ERROR =
      List.of("mistake_index", "first_error", "error_index", "error_step");
  private static final List<String> SCORES =
      List.of("step_scores", "scores", "rewards", "score", "reward", "values", "value");
  private static final List<String> TEXT = List.of("text", "step", "content", "value", "output");
  private static final List<String> CHATS = List.of("conversations", "messages", "conversation");

  /** What PRMs have between steps. */
  private static final List<String> MARKERS = List.of("\u043a\u0438", "<extra_0>", "<step>");

  private final ObjectNode record;
  private final List<String> pairs = new ArrayList<>();

  private MapSuggestion(ObjectNode record) {
    this.record = record;
  }

  /** The map's pairs, joined by commas; FIELD where nothing fits. */
  static String of(JsonRecord record) {
    MapSuggestion suggestion = new MapSuggestion(record.node());
    Optional<String> chat = suggestion.first(CHATS).filter(c -> record.node().path(c).isArray());
    if (chat.isPresent()) {
      suggestion.chat(chat.get());
    } else {
      suggestion.fields();
    }
    return String.join(",", suggestion.pairs);
  }

  private void fields() {
    Optional<String> problem = first(PROBLEM);
    pairs.add("problem=" + problem.orElse("FIELD"));
    Optional<String> solution =
        SOLUTION.stream()
            .filter(f -> record.has(f) && !Optional.of(f).equals(problem))
            .findFirst()
            .or(() -> problem.filter("text"::equals));
    solution.ifPresentOrElse(this::solution, () -> pairs.add("steps=FIELD"));
    add("answer", first(ANSWER).filter(a -> !Optional.of(a).equals(solution)));
    if (pairs.stream().noneMatch(p -> p.startsWith("rating="))) {
      first(LABELS).ifPresent(this::labels);
    }
    add("first_error", first(FIRST_ERROR));
    add("scores", first(SCORES));
  }

  private void solution(String field) {
    JsonNode value = record.path(field);
    String target =
        STEPS.contains(field) || field.equals("text")
            ? "steps"
            : value.isArray() ? "samples" : "response";
    JsonNode item = value.path(0);
    if (item.isArray()) {
      pairs.add("samples=" + field + "[0]");
    } else if (item.isObject()) {
      String text = TEXT.stream().filter(item::has).findFirst().orElse("FIELD");
      pairs.add(target + "=" + field + "[]." + text);
      if (item.has("rating")) {
        pairs.add("rating=" + field + "[].rating");
      }
    } else {
      pairs.add(target + "=" + field);
    }
  }

  /** A list beside steps labels them; one value, or one a sample, says what the answer is worth. */
  private void labels(String field) {
    JsonNode value = record.path(field);
    boolean samples = pairs.stream().anyMatch(p -> p.startsWith("samples="));
    JsonNode one = samples ? value.path(0) : value;
    if (one.isArray() || one.isTextual()) {
      pairs.add("label=" + field);
    } else if (one.isBoolean() || (one.isNumber() && (one.asInt() == 0 || one.asInt() == 1))) {
      pairs.add("correct=" + field);
    } else if (!samples && one.isNumber()) {
      pairs.add("first_error=" + field);
    }
  }

  /** What stands between the steps of a text, where it is a known marker; empty if none is. */
  static Optional<String> division(JsonRecord record) {
    String text = record.node().toString();
    return MARKERS.stream().filter(text::contains).findFirst();
  }

  /** Turns by role; where each answer is short, they are the labels of steps. */
  private void chat(String field) {
    JsonNode turns = record.path(field);
    boolean roles = turns.path(0).has("role");
    String user = field + (roles ? "[role=user]" : "[from=human]");
    String answer = field + (roles ? "[role=assistant]" : "[from=gpt]");
    String text = roles ? ".content" : ".value";
    if (turns.size() > 3) {
      pairs.add("problem=" + user + "[0]" + text);
      pairs.add("steps=" + user + text);
      pairs.add("label=" + answer + text);
    } else {
      pairs.add("problem=" + user + text);
      pairs.add("response=" + answer + text);
    }
  }

  private void add(String target, Optional<String> field) {
    field.ifPresent(f -> pairs.add(target + "=" + f));
  }

  private Optional<String> first(List<String> names) {
    return names.stream().filter(record::has).findFirst();
  }
}
