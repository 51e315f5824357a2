package org.prmlab.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;

/**
 * AgentProcessBench (Fan et al. 2026, arXiv 2603.14465): trajectories of agents that use tools. A
 * step is a message of the assistant, its calls of tools included; {@code step_labels} has its
 * rating under the message's index: 1 effective, 0 neutral or exploratory, -1 wrong or harmful.
 *
 * <p>All messages are kept in {@link LabeledSolution#extra()}.
 */
public record AgentProcessBench() implements RecordFormat {
  private static final String MESSAGES = "messages";
  private static final String LABELS = "step_labels";
  private static final Set<String> READ =
      Set.of("total_index", "question", "step_labels", "final_label");

  @Override
  public String id() {
    return "agentprocessbench";
  }

  @Override
  public String leavesOut() {
    return "what users and tools say between the steps is kept, but is part of no step";
  }

  @Override
  public boolean recognizes(JsonRecord record) {
    return record.names(List.of("total_index", MESSAGES, LABELS, "final_label"));
  }

  @Override
  public List<LabeledSolution> decode(JsonRecord record) {
    List<JsonRecord> messages = record.objects(MESSAGES);
    Map<Integer, String> steps = steps(messages);
    if (steps.isEmpty()) {
      throw record.fault(MESSAGES, "has no message of the assistant; expected at least one");
    }
    Map<Integer, StepLabel> ratings = ratings(record.object(LABELS));
    if (!ratings.keySet().equals(steps.keySet())) {
      throw record.fault(
          LABELS,
          "rates the messages %s, the assistant's are %s; expected the same, counted from 0"
              .formatted(new TreeSet<>(ratings.keySet()), steps.keySet()));
    }
    Solution solution =
        new Solution(
            record.identity("total_index"),
            Problem.of("", question(record, messages)),
            "",
            List.copyOf(steps.values()),
            Optional.empty(),
            Optional.of(record.integer("final_label") == 1));
    List<StepLabel> values = steps.keySet().stream().map(ratings::get).toList();
    return List.of(
        LabeledSolution.of(solution, new StepLabels("human", values)).withExtra(record.rest(READ)));
  }

  /** The assistant's messages by their index, in order. */
  private static Map<Integer, String> steps(List<JsonRecord> messages) {
    Map<Integer, String> steps = new LinkedHashMap<>();
    for (int i = 0; i < messages.size(); i++) {
      JsonRecord message = messages.get(i);
      if (message.text("role").equals("assistant")) {
        List<String> parts = new ArrayList<>();
        message.optionalText("content").filter(t -> !t.isBlank()).ifPresent(parts::add);
        Optional.ofNullable(message.rest(Set.of()).get("tool_calls"))
            .filter(calls -> !calls.equals("null") && !calls.equals("[]"))
            .ifPresent(parts::add);
        steps.put(i, parts.isEmpty() ? "(empty message)" : String.join("\n", parts));
      }
    }
    return steps;
  }

  private static String question(JsonRecord record, List<JsonRecord> messages) {
    Optional<String> asked =
        record.has("question") ? record.optionalText("question") : Optional.empty();
    return asked
        .filter(q -> !q.isBlank())
        .or(
            () ->
                messages.stream()
                    .filter(m -> m.text("role").equals("user"))
                    .findFirst()
                    .flatMap(m -> m.optionalText("content"))
                    .filter(q -> !q.isBlank()))
        .orElseThrow(
            () -> record.fault("question", "is missing, and no user says anything; expected text"));
  }

  private static Map<Integer, StepLabel> ratings(JsonRecord labels) {
    Map<Integer, StepLabel> ratings = new LinkedHashMap<>();
    for (String index : labels.fields()) {
      if (!index.matches("\\d{1,9}")) {
        throw labels.fault(index, "is no index of a message; expected a number, counted from 0");
      }
      ratings.put(Integer.parseInt(index), rating(labels, index));
    }
    return ratings;
  }

  /** One rating of {@code step_labels}. */
  static StepLabel.Rating rating(JsonRecord labels, String index) {
    int rating = labels.integer(index);
    return switch (rating) {
      case -1 -> StepLabel.Rating.NEGATIVE;
      case 0 -> StepLabel.Rating.NEUTRAL;
      case 1 -> StepLabel.Rating.POSITIVE;
      default -> throw labels.fault(index, "is %d; expected -1, 0 or 1".formatted(rating));
    };
  }

  /**
   * The indices of the messages that are the steps of a solution that {@link #decode} made; none if
   * another format did.
   */
  public static List<Integer> messageIndices(LabeledSolution solution) {
    try {
      JsonNode messages = Json.MAPPER.readTree(solution.extra().getOrDefault(MESSAGES, "[]"));
      return IntStream.range(0, messages.size())
          .filter(i -> messages.get(i).path("role").asText("").equals("assistant"))
          .boxed()
          .toList();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "solution '%s' has messages that are no JSON".formatted(solution.solution().id()), e);
    }
  }
}
