package org.prmlab.model;

/**
 * How tokens are drawn, in the order transformers has: temperature, the {@code topK} likeliest,
 * then of these the fewest whose probability reaches {@code topP}.
 *
 * @param temperature 0 for the likeliest token always
 * @param topP in (0, 1]; 1 for no limit
 * @param topK 0 for no limit
 * @param maxNewTokens at least 1
 */
public record SamplingSettings(double temperature, double topP, int topK, int maxNewTokens) {
  public SamplingSettings {
    if (!(temperature >= 0) || !(topP > 0 && topP <= 1) || topK < 0 || maxNewTokens < 1) {
      throw new IllegalArgumentException(
          "temperature %s, top-p %s, top-k %d, %d new tokens; expected >= 0, in (0, 1], >= 0, >= 1"
              .formatted(temperature, topP, topK, maxNewTokens));
    }
  }

  /** The likeliest token at each place. */
  public static SamplingSettings greedy(int maxNewTokens) {
    return new SamplingSettings(0, 1, 0, maxNewTokens);
  }

  /** From the model's own distribution: temperature 1, no limits. */
  public static SamplingSettings withDefaults(int maxNewTokens) {
    return new SamplingSettings(1, 1, 0, maxNewTokens);
  }

  public SamplingSettings withTemperature(double temperature) {
    return new SamplingSettings(temperature, topP, topK, maxNewTokens);
  }

  public SamplingSettings withTopP(double topP) {
    return new SamplingSettings(temperature, topP, topK, maxNewTokens);
  }

  public SamplingSettings withTopK(int topK) {
    return new SamplingSettings(temperature, topP, topK, maxNewTokens);
  }
}
