package org.prmlab.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A map that may fit a record of no known layout, guessed from the names of its fields. */
final class MapSuggestion {
  private static final List<String> PROBLEM =
      List.of("problem", "question", "prompt", "query", "instruction", "input");
  private static final List<String> ANSWER =
      List.of("gold", "gt", "ground_truth", "gold_answer", "target", "answer");
  private static final List<String> STEPS =
      List.of("steps", "reasoning_steps", "process", "solution_steps");
  private static final List<String> RESPONSE =
      List.of("response", "solution", "completion", "output", "generation", "answer", "text");
  private static final List<String> SAMPLES =
      List.of("samples", "responses", "completions", "outputs", "answers", "resps");
  private static final List<String> LABELS =
      List.of("labels", "label", "step_labels", "ratings", "rating", "hard_labels", "soft_labels");
  private static final List<String> SCORES =
      List.of("step_scores", "scores", "rewards", "score", "reward", "values", "value");
  private static final List<String> CHATS = List.of("conversations", "messages", "conversation");

  private MapSuggestion() {}

  /** The map's pairs, joined by commas; names to fill in where nothing fits. */
  static String of(JsonRecord record) {
    List<String> fields = record.fields();
    Optional<String> chat = first(CHATS, fields);
    List<String> pairs = new ArrayList<>();
    if (chat.isPresent()) {
      boolean roles = record.toString().contains("\"role\"");
      String question = chat.get() + (roles ? "[role=user].content" : "[from=human].value");
      String answer = chat.get() + (roles ? "[role=assistant].content" : "[from=gpt].value");
      pairs.add("problem=" + first(PROBLEM, fields).orElse(question));
      pairs.add("response=" + answer);
      return String.join(",", pairs);
    }
    String problem = first(PROBLEM, fields).orElse("FIELD");
    pairs.add("problem=" + problem);
    String solution = solution(fields, problem);
    pairs.add(solution);
    first(ANSWER, fields)
        .filter(a -> !solution.endsWith("=" + a))
        .ifPresent(a -> pairs.add("answer=" + a));
    first(LABELS, fields).ifPresent(l -> pairs.add("label=" + l));
    first(SCORES, fields).ifPresent(s -> pairs.add("scores=" + s));
    return String.join(",", pairs);
  }

  private static String solution(List<String> fields, String problem) {
    List<String> others = fields.stream().filter(f -> !f.equals(problem)).toList();
    return first(STEPS, others)
        .map(f -> "steps=" + f)
        .or(() -> first(SAMPLES, others).map(f -> "samples=" + f))
        .or(() -> first(RESPONSE, others).map(f -> "response=" + f))
        .orElse("steps=FIELD");
  }

  private static Optional<String> first(List<String> names, List<String> fields) {
    return names.stream().filter(fields::contains).findFirst();
  }
}
