package org.prmlab.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prmlab.labeling.CompletionSource;
import org.prmlab.labeling.endpoint.ContinuationStyle;
import org.prmlab.labeling.endpoint.EndpointLimits;
import org.prmlab.labeling.endpoint.EndpointModel;
import org.prmlab.labeling.endpoint.EndpointSettings;
import org.prmlab.labeling.endpoint.RetryRule;
import picocli.CommandLine.Option;

/** A server that speaks OpenAI's protocol, and how it is used. */
final class EndpointOptions {
  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "Base URL of an OpenAI-compatible server, e.g. http://localhost:8000/v1.")
  private @Nullable String url;

  @Option(
      names = "--key-variable",
      defaultValue = "OPENAI_API_KEY",
      paramLabel = "NAME",
      description =
          "Environment variable that holds the key, if one is needed (default: ${DEFAULT-VALUE}).")
  private String keyVariable = "";

  @Option(
      names = "--concurrency",
      defaultValue = "16",
      paramLabel = "N",
      description = "Most requests under way at a time (default: ${DEFAULT-VALUE}).")
  private int concurrency;

  @Option(
      names = "--timeout",
      defaultValue = "600",
      paramLabel = "SECONDS",
      description = "What one request may take (default: ${DEFAULT-VALUE}).")
  private int timeout;

  @Option(
      names = "--attempts",
      defaultValue = "6",
      paramLabel = "N",
      description = "Most times one request is sent (default: ${DEFAULT-VALUE}).")
  private int attempts;

  @Option(
      names = "--max-requests",
      paramLabel = "N",
      description = "Stop this run after N requests, failed ones included.")
  private @Nullable Long maxRequests;

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      description = "Send no request that might take this run past N tokens, read and written.")
  private @Nullable Long maxTokens;

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description = "JSON: {\"model\": {\"prompt\": 0.15, \"completion\": 0.6}}, a million tokens.")
  private @Nullable Path prices;

  @Option(
      names = "--continue-by",
      defaultValue = "completion",
      paramLabel = "ROUTE",
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
    return url != null;
  }

  @Nullable Path prices() {
    return prices;
  }

  /**
   * @param drawn what decides the answers, but for how they are asked for, at a base URL
   */
  CompletionSource connect(Function<String, EndpointSettings> drawn) {
    EndpointSettings settings = drawn.apply(String.valueOf(url)).withStyle(style);
    settings = template == null ? settings : settings.withTemplate(template);
    String key = System.getenv(keyVariable);
    return EndpointModel.connect(settings, limits(), key == null ? "" : key);
  }

  private EndpointLimits limits() {
    EndpointLimits limits =
        EndpointLimits.withDefaults()
            .withConcurrency(concurrency)
            .withTimeout(Duration.ofSeconds(timeout))
            .withRetries(RetryRule.withDefaults().withAttempts(attempts));
    limits = maxRequests == null ? limits : limits.withMaxRequests(maxRequests);
    return maxTokens == null ? limits : limits.withMaxTokens(maxTokens);
  }
}
