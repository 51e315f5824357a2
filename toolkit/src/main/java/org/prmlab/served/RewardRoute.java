package org.prmlab.served;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What servers are asked for rewards, as read in their sources. {@link #POOLING} and {@link
 * #EMBEDDINGS} give one result a text: a row a step, or a row a token. The other two give one row a
 * text, that of its last token; so each step is a text of its own there, which ends where the step
 * is read, all steps of a solution in one request.
 */
public enum RewardRoute {
  /**
   * vLLM's {@code /pooling}: {@code {"model", "input" or "messages", "task", "encoding_format"}} to
   * {@code {"model", "data": [{"index", "data": [[...], ...]}], "usage"}}. The pooling type STEP
   * gives a row for every step marker, ALL one for every token. (vLLM,
   * entrypoints/pooling/pooling/protocol.py at 01cfbaf and
   * model_executor/layers/pooler/tokwise/methods.py at 055e47c.)
   */
  POOLING("/pooling", false) {
    @Override
    JsonNode result(JsonNode datum) {
      return datum.path("data");
    }
  },
  /**
   * vLLM's {@code /classify}: {@code {"model", "input"}} to {@code {"model", "data": [{"index",
   * "label", "probs": [...], "num_classes"}], "usage"}}. (vLLM,
   * entrypoints/pooling/classify/serving.py at 04a0413; SGLang has the same under {@code
   * /v1/classify}, always softmaxed.)
   */
  CLASSIFY("/classify", true) {
    @Override
    JsonNode result(JsonNode datum) {
      return datum.path("probs");
    }
  },
  /**
   * SGLang's own {@code /classify}: {@code {"input_ids"}} to an array of {@code {"embedding":
   * [...], "meta_info": {"prompt_tokens"}}}, the head's numbers at the last token. (SGLang,
   * srt/entrypoints/http_server.py at 9c0549b and srt/layers/pooler.py at 01c5f05.)
   */
  SGLANG("/classify", true) {
    @Override
    JsonNode result(JsonNode datum) {
      return datum.path("embedding");
    }
  },
  /**
   * OpenAI's {@code /v1/embeddings} as reward servers use it: {@code {"model", "input"}} to {@code
   * {"model", "data": [{"index", "embedding": [...]}], "usage"}}, one number a token or a step, not
   * normalized. (SkyworkAI/skywork-o1-prm-inference, model_utils/io_utils.py.)
   */
  EMBEDDINGS("/v1/embeddings", false) {
    @Override
    JsonNode result(JsonNode datum) {
      return datum.path("embedding");
    }
  };

  private final String path;
  private final boolean textAStep;

  RewardRoute(String path, boolean textAStep) {
    this.path = path;
    this.textAStep = textAStep;
  }

  String path() {
    return path;
  }

  /** Whether each step is a text of its own. */
  boolean textAStep() {
    return textAStep;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The numbers in one element of an answer's data. */
  abstract JsonNode result(JsonNode datum);

  /** The request for one solution. */
  ObjectNode body(ServedSettings settings, ServedText text) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    if (this == SGLANG) {
      return body.set("input_ids", text.json());
    }
    body.put("model", settings.model());
    body.set(text.isConversation() ? "messages" : "input", text.json());
    if (!settings.task().isEmpty()) {
      body.put("task", settings.task());
    }
    return this == CLASSIFY ? body : body.put("encoding_format", "float");
  }

  /**
   * The results in an answer, in the order of the texts.
   *
   * @throws UnfitAnswer if it is none of this route
   */
  List<JsonNode> results(JsonNode answer) throws UnfitAnswer {
    JsonNode data = this == SGLANG ? answer : answer.path("data");
    List<JsonNode> elements = new ArrayList<>();
    if (data.isArray()) {
      data.forEach(elements::add);
    } else if (this == SGLANG && answer.has("embedding")) {
      elements.add(answer);
    } else {
      throw new UnfitAnswer(
          "no list of results in the answer, whose fields are %s; is %s a route of this server?"
              .formatted(fields(answer), path));
    }
    JsonNode[] ordered = new JsonNode[elements.size()];
    for (int i = 0; i < ordered.length; i++) {
      int index = elements.get(i).path("index").asInt(i);
      JsonNode found = result(elements.get(i));
      if (index < 0 || index >= ordered.length || ordered[index] != null || !found.isArray()) {
        throw new UnfitAnswer(
            "result %d has index %d and fields %s; expected numbers in each, indexes 0 to %d"
                .formatted(i, index, fields(elements.get(i)), ordered.length - 1));
      }
      ordered[index] = found;
    }
    return List.of(ordered);
  }

  /** Tokens that the server says it read; 0 if it does not say. */
  long tokens(JsonNode answer) {
    if (this != SGLANG) {
      return answer.path("usage").path("prompt_tokens").asLong();
    }
    long tokens = answer.path("meta_info").path("prompt_tokens").asLong();
    for (JsonNode element : answer) {
      tokens += element.path("meta_info").path("prompt_tokens").asLong();
    }
    return tokens;
  }

  private static String fields(JsonNode node) {
    return node.properties().stream()
        .map(field -> field.getKey())
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
