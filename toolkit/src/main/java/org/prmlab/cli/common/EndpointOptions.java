package org.prmlab.cli.common;

import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prmlab.llm.CompletionSource;
import org.prmlab.llm.TokenUsage;
import org.prmlab.llm.endpoint.ContinuationStyle;
import org.prmlab.llm.endpoint.EndpointModel;
import org.prmlab.llm.endpoint.EndpointSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A server that speaks OpenAI's protocol, and how begun answers are continued there. */
final class EndpointOptions {
  @Mixin private final RequestOptions requests = new RequestOptions();

  @Option(
      names = "--continue-by",
      defaultValue = "completion",
      paramLabel = "NAME",
      description =
          "How a begun answer is continued: completion (the whole text), or chat with"
              + " continue_final_message, as vLLM and SGLang know it (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // has a default
  private ContinuationStyle style;

  @Option(
      names = "--template",
      paramLabel = "DIR",
      description = "Folder with the model's chat template, for completion (default: ChatML).")
  private @Nullable Path template;

  boolean isNamed() {
    return requests.isNamed();
  }

  /** Cost by the user's table; null without one. */
  @Nullable Double cost(String model, TokenUsage usage) {
    return requests.cost(model, usage);
  }

  /**
   * @param drawn what decides the answers, but for how they are asked for, at a base URL
   */
  CompletionSource connect(Function<String, EndpointSettings> drawn) {
    EndpointSettings settings = drawn.apply(requests.url()).withStyle(style);
    settings = template == null ? settings : settings.withTemplate(template);
    return EndpointModel.connect(settings, requests.limits(), requests.key());
  }
}
