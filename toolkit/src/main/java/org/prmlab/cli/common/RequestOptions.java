package org.prmlab.cli.common;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prmlab.llm.TokenUsage;
import org.prmlab.llm.endpoint.EndpointLimits;
import org.prmlab.llm.endpoint.PriceTable;
import org.prmlab.llm.endpoint.RetryRule;
import picocli.CommandLine.Option;

/** A server and how much is asked of it. */
public final class RequestOptions {
  /** All but the server itself. */
  public static final List<String> NAMES =
      List.of(
          "--key-variable",
          "--concurrency",
          "--timeout",
          "--attempts",
          "--max-requests",
          "--max-tokens",
          "--prices");

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "Base URL of a server, e.g. http://localhost:8000/v1.")
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

  public boolean isNamed() {
    return url != null;
  }

  public String url() {
    return String.valueOf(url);
  }

  /** The key; empty where there is none. */
  public String key() {
    String key = System.getenv(keyVariable);
    return key == null ? "" : key;
  }

  /** Cost by the user's table; null without one. */
  @Nullable
  public Double cost(String model, TokenUsage usage) {
    return prices == null ? null : (Double) PriceTable.read(prices).cost(model, usage);
  }

  public EndpointLimits limits() {
    EndpointLimits limits =
        EndpointLimits.withDefaults()
            .withConcurrency(concurrency)
            .withTimeout(Duration.ofSeconds(timeout))
            .withRetries(RetryRule.withDefaults().withAttempts(attempts));
    limits = maxRequests == null ? limits : limits.withMaxRequests(maxRequests);
    return maxTokens == null ? limits : limits.withMaxTokens(maxTokens);
  }
}
