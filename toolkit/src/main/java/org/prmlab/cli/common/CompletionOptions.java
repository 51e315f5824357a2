package org.prmlab.cli.common;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.prmlab.llm.CompletionSource;
import org.prmlab.llm.LocalModel;
import org.prmlab.llm.TokenUsage;
import org.prmlab.llm.endpoint.EndpointModel;
import org.prmlab.llm.endpoint.EndpointSettings;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.Precision;
import org.prmlab.model.SamplingSettings;
import org.prmlab.model.hub.HubCache;
import org.prmlab.prm.PrmSettings;
import org.prmlab.tabletop.world.ProgramPolicy;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which language model writes, here or behind an endpoint, and how. */
public final class CompletionOptions {
  @Option(
      names = "--model",
      required = true,
      paramLabel = "DIR|HUB-ID|NAME",
      description =
          "Checkpoint folder, or id of a model that prmlab fetch brought; with --endpoint the"
              + " model's name there.")
  private String model = "";

  @Option(
      names = "--device",
      defaultValue = "auto",
      paramLabel = "cpu|gpu|gpu:N",
      description = "Where to compute a local model; by default a GPU if there is one.")
  private String device = "auto";

  @Option(
      names = "--dtype",
      defaultValue = "auto",
      paramLabel = "float32|bfloat16|float16",
      description = "Number format of a local model; by default what suits the device.")
  private String dtype = "auto";

  @Option(
      names = "--positions-per-batch",
      defaultValue = "131072",
      paramLabel = "N",
      description = "Most tokens that a local model keeps in memory together (default: 131072).")
  private int positions = 1;

  @Mixin private final SamplingOptions sampling = new SamplingOptions();
  @Mixin private final EndpointOptions endpoint = new EndpointOptions();

  /**
   * @param temperature where none was given
   */
  public CompletionSource open(double temperature) {
    return open(temperature, "");
  }

  /**
   * @param temperature where none was given
   * @param stopText text that ends a sample; empty for none
   */
  public CompletionSource open(double temperature, String stopText) {
    SamplingSettings drawn = sampling.sampling(temperature);
    return endpoint.isNamed()
        ? endpoint.connect(
            url ->
                EndpointSettings.of(url, model, drawn)
                    .withSeed(sampling.seed())
                    .withStopText(stopText))
        : LocalModel.load(folder(), local(drawn).withStopText(stopText));
  }

  /**
   * What rollouts are drawn from: the policy of a tabletop world writes as its grammar has it.
   *
   * @param stopText text that ends a rollout; empty for none
   */
  public CompletionSource openRollouts(double temperature, String stopText) {
    SamplingSettings drawn = sampling.sampling(temperature);
    return !endpoint.isNamed() && ProgramPolicy.isIn(folder())
        ? ProgramPolicy.load(folder(), drawn, sampling.seed())
        : open(temperature, stopText);
  }

  /** The temperature, {@code otherwise} where none was given. */
  public double temperature(double otherwise) {
    return sampling.sampling(otherwise).temperature();
  }

  public long seed() {
    return sampling.seed();
  }

  /** What records say about how their answers were drawn. */
  public ObjectNode settings(CompletionSource source, double temperature) {
    SamplingSettings drawn = sampling.sampling(temperature);
    return JsonNodeFactory.instance
        .objectNode()
        .put("model", source.name())
        .put("configuration", source.configuration())
        .put("temperature", drawn.temperature())
        .put("top_p", drawn.topP())
        .put("top_k", drawn.topK())
        .put("max_new_tokens", drawn.maxNewTokens())
        .put("seed", sampling.seed());
  }

  /** A PRM beside it: on the same device in the same number format. */
  public PrmSettings prmSettings() {
    return PrmSettings.withDefaults().withCompute(compute());
  }

  private ComputeSettings compute() {
    return ComputeSettings.withDefaults().withDevice(device).withPrecision(Precision.named(dtype));
  }

  private LocalModel.Settings local(SamplingSettings drawn) {
    return LocalModel.Settings.of(drawn, sampling.seed())
        .withTokensPerBatch(positions)
        .withCompute(compute());
  }

  private Path folder() {
    Path folder = Path.of(model);
    return Files.isDirectory(folder) ? folder : HubCache.ofEnvironment().model(model);
  }

  /** Solutions labeled between two writes: many for an endpoint, to keep it busy. */
  public int window() {
    return endpoint.isNamed() ? 1000 : 64;
  }

  /** Cost by the user's table; null without one. */
  @Nullable Double cost(TokenUsage usage) {
    return endpoint.cost(model, usage);
  }

  /** Requests sent; null for a local model. */
  public static @Nullable Long requests(CompletionSource source) {
    return source instanceof EndpointModel remote ? (Long) remote.requests() : null;
  }
}
