package org.prmlab.llm.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.prmlab.llm.Completion;
import org.prmlab.llm.Completion.End;
import org.prmlab.llm.ModelReply;
import org.prmlab.llm.TokenOdds;
import org.prmlab.llm.TokenUsage;
import org.prmlab.model.SamplingSettings;
import org.prmlab.model.text.ChatMessage;

/**
 * One request and its answer in OpenAI's protocol: {@code /completions} goes on from a text, {@code
 * /chat/completions} answers a conversation. (OpenAI, API reference, "Completions" and "Chat
 * Completions"; vLLM's additions in entrypoints/openai/protocol.py.)
 */
final class OpenAiCalls {
  private static final Set<String> BROKEN_OFF =
      Set.of("length", "content_filter", "abort", "error");

  private static final int MOST_ODDS = 20; // alternatives a token: what servers give at most

  private final JsonPost post;
  private final EndpointSettings settings;
  private final HttpFaults faults;

  OpenAiCalls(EndpointSettings settings, Duration timeout, String key) {
    this.settings = settings;
    this.faults = new HttpFaults(key);
    this.post = JsonPost.of(timeout, key);
  }

  /** A text to go on from. */
  ModelReply complete(String text, int samples, long seed)
      throws CallFailure, InterruptedException {
    ObjectNode request = request(samples, seed).put("prompt", text);
    return answer(post.send(uri("/completions"), request), choice -> choice.path("text"));
  }

  /**
   * A conversation to answer.
   *
   * @param begin how the answer begins; empty for a new answer
   */
  record Conversation(List<ChatMessage> messages, String begin) {}

  /** The next answer in a conversation. */
  ModelReply chat(Conversation conversation, int samples, long seed)
      throws CallFailure, InterruptedException {
    ObjectNode request = request(samples, seed);
    ArrayNode messages = request.putArray("messages");
    for (ChatMessage message : conversation.messages()) {
      messages.addObject().put("role", message.role()).put("content", message.content());
    }
    if (!conversation.begin().isEmpty()) {
      messages.addObject().put("role", "assistant").put("content", conversation.begin());
      request.put("continue_final_message", true).put("add_generation_prompt", false);
    }
    if (!settings.oddsOf().isEmpty()) {
      request.put("logprobs", true).put("top_logprobs", MOST_ODDS);
    }
    return answer(post.send(uri("/chat/completions"), request), OpenAiCalls::spoken);
  }

  /** A message without content, a refusal for one, says nothing. */
  private static JsonNode spoken(JsonNode choice) {
    JsonNode message = choice.path("message");
    return message.isObject() && message.path("content").isNull()
        ? JsonNodeFactory.instance.textNode("")
        : message.path("content");
  }

  /** The base URL may end in a slash and may have a query, which stays behind the path. */
  private URI uri(String route) {
    String base = settings.baseUrl();
    int path = base.indexOf('?') < 0 ? base.length() : base.indexOf('?');
    return URI.create(
        base.substring(0, path).replaceFirst("/+$", "") + route + base.substring(path));
  }

  private ObjectNode request(int samples, long seed) {
    SamplingSettings sampling = settings.sampling();
    ObjectNode request =
        JsonNodeFactory.instance
            .objectNode()
            .put("model", settings.model())
            .put("n", samples)
            .put("max_tokens", sampling.maxNewTokens())
            .put("temperature", sampling.temperature())
            .put("top_p", sampling.topP())
            .put("seed", seed);
    if (!settings.stopText().isEmpty()) {
      request.put("stop", settings.stopText());
    }
    if (sampling.topK() > 0) {
      request.put("top_k", sampling.topK());
    }
    return request;
  }

  /** Where the text of a choice stands. */
  private interface Words {
    JsonNode of(JsonNode choice);
  }

  private ModelReply answer(JsonNode json, Words words) throws CallFailure {
    if (!json.path("choices").isArray()) {
      throw faults.passing("not an answer: it has no choices");
    }
    List<Completion> texts = new ArrayList<>();
    for (JsonNode choice : json.path("choices")) {
      JsonNode text = words.of(choice);
      if (!text.isTextual()) {
        throw faults.passing("not an answer: choice %d has no text".formatted(texts.size()));
      }
      texts.add(new Completion(text.asText(), end(choice)).withOdds(odds(choice, text.asText())));
    }
    return new ModelReply(texts, usage(json.path("usage")));
  }

  private List<TokenOdds> odds(JsonNode choice, String text) throws CallFailure {
    if (settings.oddsOf().isEmpty()) {
      return List.of();
    }
    try {
      List<SpokenToken> tokens = SpokenToken.read(choice.path("logprobs").path("content"));
      return VerdictTokens.of(settings.oddsOf()).in(text, tokens);
    } catch (IllegalArgumentException e) {
      throw faults.passing("not an answer: " + e.getMessage());
    }
  }

  private End end(JsonNode choice) {
    if (BROKEN_OFF.contains(choice.path("finish_reason").asText())) {
      return End.CUT;
    }
    return stoppedByText(choice) ? End.STOP_TEXT : End.STOPPED;
  }

  /**
   * OpenAI's protocol has one word for a stop text and for an end that the model chose. vLLM and
   * SGLang tell the two apart in a field of their own, null for the latter; without that field it
   * is taken for the stop text, if there is one.
   */
  private boolean stoppedByText(JsonNode choice) {
    JsonNode said = choice.path("stop_reason");
    return !settings.stopText().isEmpty() && (said.isMissingNode() || said.isTextual());
  }

  private static long tokens(JsonNode usage, String kind) {
    return Math.max(0, usage.path(kind).asLong());
  }

  private static TokenUsage usage(JsonNode usage) {
    return new TokenUsage(1, tokens(usage, "prompt_tokens"), tokens(usage, "completion_tokens"));
  }
}
