package org.prmlab.llm.endpoint;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.prmlab.model.SamplingSettings;

/**
 * What decides the answers of an endpoint.
 *
 * @param baseUrl up to the version, e.g. {@code http://localhost:8000/v1}
 * @param model its name there
 * @param sampling how tokens are drawn; a top-k is sent only if it is set, since not every server
 *     knows it
 * @param seed sent with every request, derived for each; servers that know none ignore it
 * @param style how a begun answer is continued
 * @param template folder whose chat template renders conversations for {@link
 *     ContinuationStyle#COMPLETION}; ChatML, which Qwen's models use, if absent
 * @param stopText text that ends a sample, without being part of it; empty for none
 * @param oddsOf words in lower case: where a token of an answer begins one of them, the
 *     log-probabilities of such tokens are kept; empty for none
 */
public record EndpointSettings(
    String baseUrl,
    String model,
    SamplingSettings sampling,
    long seed,
    ContinuationStyle style,
    Optional<Path> template,
    String stopText,
    Set<String> oddsOf) {
  public EndpointSettings {
    oddsOf = Set.copyOf(oddsOf);
    if (!baseUrl.matches("https?://.+")) {
      throw new IllegalArgumentException(
          "endpoint '%s'; expected a URL such as http://localhost:8000/v1".formatted(baseUrl));
    }
  }

  /** Seed 1, completions, ChatML. */
  public static EndpointSettings of(String baseUrl, String model, SamplingSettings sampling) {
    return new EndpointSettings(
        baseUrl, model, sampling, 1, ContinuationStyle.COMPLETION, Optional.empty(), "", Set.of());
  }

  public EndpointSettings withSeed(long seed) {
    return new EndpointSettings(baseUrl, model, sampling, seed, style, template, stopText, oddsOf);
  }

  public EndpointSettings withStyle(ContinuationStyle style) {
    return new EndpointSettings(baseUrl, model, sampling, seed, style, template, stopText, oddsOf);
  }

  /** Conversations rendered by the chat template of this folder. */
  public EndpointSettings withTemplate(Path folder) {
    return new EndpointSettings(
        baseUrl, model, sampling, seed, style, Optional.of(folder), stopText, oddsOf);
  }

  /** Samples that end at a text. */
  public EndpointSettings withStopText(String stopText) {
    return new EndpointSettings(baseUrl, model, sampling, seed, style, template, stopText, oddsOf);
  }

  /** Answers with the probabilities of tokens that begin one of these words. */
  public EndpointSettings withOddsOf(Set<String> words) {
    return new EndpointSettings(baseUrl, model, sampling, seed, style, template, stopText, words);
  }
}
