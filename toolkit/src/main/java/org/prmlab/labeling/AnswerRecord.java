package org.prmlab.labeling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.prmlab.labeling.Completion.End;

/**
 * An answer as a line of the journal: {@code {"prompt": key, "first": index, "completions":
 * [{"text", "end": "stop" or "length"}], "prompt_tokens", "completion_tokens"}}.
 */
final class AnswerRecord {
  private static final String STOP = "stop"; // OpenAI's words for the two
  private static final String LENGTH = "length";

  private AnswerRecord() {}

  static ObjectNode of(String key, int first, Answer answer) {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    record.put("prompt", key).put("first", first);
    ArrayNode completions = record.putArray("completions");
    for (Completion completion : answer.completions()) {
      completions
          .addObject()
          .put("text", completion.text())
          .put("end", completion.end() == End.CUT ? LENGTH : STOP);
    }
    return record
        .put("prompt_tokens", answer.usage().promptTokens())
        .put("completion_tokens", answer.usage().completionTokens());
  }

  static String key(JsonNode record) {
    return record.path("prompt").asText("");
  }

  static SampleRange samples(JsonNode record) {
    return new SampleRange(record.path("first").asInt(), record.path("completions").size());
  }

  static Answer read(JsonNode record) {
    List<Completion> completions = new ArrayList<>();
    for (JsonNode one : record.path("completions")) {
      completions.add(
          new Completion(
              one.path("text").asText(""),
              one.path("end").asText("").equals(LENGTH) ? End.CUT : End.STOPPED));
    }
    return new Answer(
        completions,
        new TokenUsage(
            1, record.path("prompt_tokens").asLong(), record.path("completion_tokens").asLong()));
  }
}
