package org.prmlab.labeling.endpoint;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIInvalidDataException;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.completions.CompletionCreateParams;
import com.openai.models.completions.CompletionUsage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.prmlab.labeling.Answer;
import org.prmlab.labeling.Completion;
import org.prmlab.labeling.Completion.End;
import org.prmlab.labeling.TokenOdds;
import org.prmlab.labeling.TokenUsage;
import org.prmlab.labeling.endpoint.CallFailure.Reach;
import org.prmlab.model.ChatMessage;
import org.prmlab.model.SamplingSettings;

/** One request and its answer through openai-java. It sends nothing twice: that is our business. */
final class OpenAiCalls implements AutoCloseable {
  /** Sent where there is no key, since the client insists on one. */
  static final String NO_KEY = "none";

  private static final Set<String> BROKEN_OFF =
      Set.of("length", "content_filter", "abort", "error");

  private static final long MOST_ODDS = 20; // alternatives a token: what servers give at most

  private final OpenAIClient client;
  private final EndpointSettings settings;
  private final HttpFaults faults;

  OpenAiCalls(EndpointSettings settings, Duration timeout, String key) {
    this.settings = settings;
    this.faults = new HttpFaults(key.equals(NO_KEY) ? "" : key);
    client =
        OpenAIOkHttpClient.builder()
            .baseUrl(settings.baseUrl())
            .apiKey(key)
            .maxRetries(0)
            .timeout(timeout)
            .build();
  }

  /** A text to go on from. */
  Answer complete(String text, int samples, long seed) throws CallFailure {
    SamplingSettings sampling = settings.sampling();
    var request =
        CompletionCreateParams.builder()
            .model(settings.model())
            .prompt(text)
            .n(samples)
            .maxTokens(sampling.maxNewTokens())
            .temperature(sampling.temperature())
            .topP(sampling.topP())
            .seed(seed);
    if (!settings.stopText().isEmpty()) {
      request.stop(settings.stopText());
    }
    if (sampling.topK() > 0) {
      request.putAdditionalBodyProperty("top_k", JsonValue.from(sampling.topK()));
    }
    try {
      var answer = client.completions().create(request.build());
      List<Completion> texts =
          answer.choices().stream()
              .map(
                  c ->
                      completion(
                          c.text(),
                          c._finishReason().asKnown().map(r -> r.asString()),
                          c._additionalProperties()))
              .toList();
      return new Answer(texts, usage(answer.usage()));
    } catch (OpenAIException e) {
      throw failure(e);
    }
  }

  /**
   * A conversation to answer.
   *
   * @param begin how the answer begins; empty for a new answer
   */
  record Conversation(List<ChatMessage> messages, String begin) {}

  /** The next answer in a conversation. */
  Answer chat(Conversation conversation, int samples, long seed) throws CallFailure {
    SamplingSettings sampling = settings.sampling();
    var request =
        ChatCompletionCreateParams.builder()
            .model(settings.model())
            .n(samples)
            .putAdditionalBodyProperty("max_tokens", JsonValue.from(sampling.maxNewTokens()))
            .temperature(sampling.temperature())
            .topP(sampling.topP())
            .putAdditionalBodyProperty("seed", JsonValue.from(seed));
    add(conversation, request);
    if (!settings.oddsOf().isEmpty()) {
      request.logprobs(true).topLogprobs(MOST_ODDS);
    }
    if (!settings.stopText().isEmpty()) {
      request.stop(settings.stopText());
    }
    if (sampling.topK() > 0) {
      request.putAdditionalBodyProperty("top_k", JsonValue.from(sampling.topK()));
    }
    try {
      ChatCompletion answer = client.chat().completions().create(request.build());
      List<Completion> texts =
          answer.choices().stream()
              .map(
                  c ->
                      completion(
                              c.message().content().orElse(""),
                              c._finishReason().asKnown().map(r -> r.asString()),
                              c._additionalProperties())
                          .withOdds(odds(c)))
              .toList();
      return new Answer(texts, usage(answer.usage()));
    } catch (OpenAIException e) {
      throw failure(e);
    }
  }

  private List<TokenOdds> odds(ChatCompletion.Choice choice) {
    return settings.oddsOf().isEmpty()
        ? List.of()
        : VerdictTokens.of(settings.oddsOf())
            .in(
                choice.message().content().orElse(""),
                choice
                    .logprobs()
                    .flatMap(ChatCompletion.Choice.Logprobs::content)
                    .orElse(List.of()));
  }

  private static void add(Conversation conversation, ChatCompletionCreateParams.Builder request) {
    for (ChatMessage message : conversation.messages()) {
      switch (message.role()) {
        case "system" -> request.addSystemMessage(message.content());
        case "assistant" -> request.addAssistantMessage(message.content());
        default -> request.addUserMessage(message.content());
      }
    }
    if (!conversation.begin().isEmpty()) {
      request
          .addAssistantMessage(conversation.begin())
          .putAdditionalBodyProperty("continue_final_message", JsonValue.from(true))
          .putAdditionalBodyProperty("add_generation_prompt", JsonValue.from(false));
    }
  }

  private Completion completion(String text, Optional<String> reason, Map<String, JsonValue> more) {
    return new Completion(
        text,
        reason.filter(BROKEN_OFF::contains).isPresent()
            ? End.CUT
            : stoppedByText(more) ? End.STOP_TEXT : End.STOPPED);
  }

  /**
   * OpenAI's protocol has one word for a stop text and for an end that the model chose. vLLM and
   * SGLang tell the two apart in a field of their own, null for the latter; without that field it
   * is taken for the stop text, if there is one.
   */
  private boolean stoppedByText(Map<String, JsonValue> more) {
    JsonValue said = more.get("stop_reason");
    return !settings.stopText().isEmpty() && (said == null || said.asString().isPresent());
  }

  private static TokenUsage usage(Optional<CompletionUsage> usage) {
    return usage
        .map(u -> new TokenUsage(1, u.promptTokens(), u.completionTokens()))
        .orElse(new TokenUsage(1, 0, 0));
  }

  private CallFailure failure(OpenAIException e) {
    if (e instanceof OpenAIServiceException service) {
      return faults.status(
          service.statusCode(),
          HttpFaults.message(e),
          service.headers().values("Retry-After").stream().findFirst());
    }
    if (e instanceof OpenAIInvalidDataException) {
      return faults.passing("not an answer: " + HttpFaults.message(e));
    }
    return e instanceof OpenAIIoException
        ? faults.passing(HttpFaults.message(e))
        : CallFailure.of(Reach.PROMPT, faults.shown(HttpFaults.message(e)), Optional.empty());
  }

  @Override
  public void close() {
    client.close();
  }
}
