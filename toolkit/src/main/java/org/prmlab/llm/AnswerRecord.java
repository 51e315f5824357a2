package org.prmlab.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prmlab.llm.Completion.End;

/**
 * An answer as a line of the journal: {@code {"prompt": key, "first": index, "completions":
 * [{"text", "end": "stop" or "length", "odds": [{"at", "tokens": {token: log-probability}}]}],
 * "prompt_tokens", "completion_tokens"}}.
 */
final class AnswerRecord {
  // The first two are OpenAI's words.
  private static final Map<End, String> WORDS =
      Map.of(End.STOPPED, "stop", End.CUT, "length", End.STOP_TEXT, "stop_text");

  private AnswerRecord() {}

  static ObjectNode of(String key, int first, ModelReply answer) {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    record.put("prompt", key).put("first", first);
    ArrayNode completions = record.putArray("completions");
    for (Completion completion : answer.completions()) {
      ObjectNode one =
          completions
              .addObject()
              .put("text", completion.text())
              .put("end", WORDS.get(completion.end()));
      if (!completion.odds().isEmpty()) {
        putOdds(one.putArray("odds"), completion.odds());
      }
    }
    return record
        .put("prompt_tokens", answer.usage().promptTokens())
        .put("completion_tokens", answer.usage().completionTokens());
  }

  private static void putOdds(ArrayNode list, List<TokenOdds> odds) {
    for (TokenOdds one : odds) {
      ObjectNode tokens = list.addObject().put("at", one.at()).putObject("tokens");
      one.tokens().forEach(tokens::put);
    }
  }

  private static List<TokenOdds> odds(JsonNode list) {
    List<TokenOdds> odds = new ArrayList<>();
    for (JsonNode one : list) {
      Map<String, Double> tokens = new HashMap<>();
      one.path("tokens").properties().forEach(t -> tokens.put(t.getKey(), t.getValue().asDouble()));
      odds.add(new TokenOdds(one.path("at").asInt(), tokens));
    }
    return odds;
  }

  private static End end(String word) {
    return WORDS.entrySet().stream()
        .filter(e -> e.getValue().equals(word))
        .findFirst()
        .map(Map.Entry::getKey)
        .orElse(End.STOPPED);
  }

  static String key(JsonNode record) {
    return record.path("prompt").asText("");
  }

  static SampleRange samples(JsonNode record) {
    return new SampleRange(record.path("first").asInt(), record.path("completions").size());
  }

  static ModelReply read(JsonNode record) {
    List<Completion> completions = new ArrayList<>();
    for (JsonNode one : record.path("completions")) {
      completions.add(
          new Completion(
              one.path("text").asText(""),
              end(one.path("end").asText("")),
              odds(one.path("odds"))));
    }
    return new ModelReply(
        completions,
        new TokenUsage(
            1, record.path("prompt_tokens").asLong(), record.path("completion_tokens").asLong()));
  }
}
