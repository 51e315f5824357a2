package org.prmlab.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.nio.file.Path;
import java.util.Set;
import org.prmlab.model.DecoderConfig.OutputEmbedding;
import org.prmlab.model.RotaryEmbedding.LlamaScaling;

/**
 * Reads {@code config.json}: the old spellings ({@code rope_theta}, {@code rope_scaling}) and the
 * new one ({@code rope_parameters}). What this decoder cannot do is an error, never ignored.
 */
final class ConfigReader {
  private static final Set<String> MODEL_TYPES = Set.of("qwen2", "llama", "mistral");
  private static final int WIDEST = 1 << 17;

  private final Path file;
  private final JsonNode json;

  private ConfigReader(Path file, JsonNode json) {
    this.file = file;
    this.json = json;
  }

  static DecoderConfig read(Path file) {
    return new ConfigReader(file, CheckpointJson.read(file)).config();
  }

  private DecoderConfig config() {
    String modelType = json.path("model_type").asText("");
    if (!MODEL_TYPES.contains(modelType)) {
      throw error("model_type '%s'; supported are qwen2, llama and mistral", modelType);
    }
    checkSupported(modelType);
    int hidden = whole("hidden_size", WIDEST);
    int heads = whole("num_attention_heads", 1024);
    int headDim = has("head_dim") ? whole("head_dim", 1024) : share(hidden, heads);
    return new DecoderConfig(
        json.path("architectures").path(0).asText(""),
        modelType,
        hidden,
        whole("num_hidden_layers", 1000),
        heads,
        kvHeads(heads),
        even(headDim),
        whole("intermediate_size", 1 << 20),
        whole("vocab_size", 1 << 22),
        has("max_position_embeddings") ? whole("max_position_embeddings", 1 << 28) : 1 << 28,
        window(modelType),
        real(json, "rms_norm_eps", 1e-6, 1),
        json.path("tie_word_embeddings").asBoolean() ? OutputEmbedding.TIED : OutputEmbedding.OWN,
        rotary());
  }

  private void checkSupported(String modelType) {
    if (has("quantization_config")) {
      throw error("quantization_config is set; use a checkpoint in fp32, fp16 or bf16");
    }
    if (!json.path("hidden_act").asText("silu").equals("silu")) {
      throw error("hidden_act '%s'; supported is silu", json.path("hidden_act").asText());
    }
    for (String bias : new String[] {"attention_bias", "mlp_bias"}) {
      if (json.path(bias).asBoolean()) {
        throw error("%s is true; supported is false", bias);
      }
    }
    if (modelType.equals("qwen2") && json.path("use_sliding_window").asBoolean()) {
      throw error("use_sliding_window is true; supported for qwen2 is false");
    }
  }

  private int window(String modelType) {
    return modelType.equals("mistral") && has("sliding_window")
        ? whole("sliding_window", 1 << 28)
        : 0;
  }

  private int share(int hidden, int heads) {
    if (hidden % heads != 0) {
      throw error("hidden_size %d is no multiple of num_attention_heads %d", hidden, heads);
    }
    return hidden / heads;
  }

  private int kvHeads(int heads) {
    int kvHeads = has("num_key_value_heads") ? whole("num_key_value_heads", heads) : heads;
    if (heads % kvHeads != 0) {
      throw error(
          "num_attention_heads %d is no multiple of num_key_value_heads %d", heads, kvHeads);
    }
    return kvHeads;
  }

  private int even(int headDim) {
    if (headDim % 2 != 0) {
      throw error("head dimension %d is odd; rotary embeddings turn pairs", headDim);
    }
    return headDim;
  }

  private RotaryEmbedding rotary() {
    JsonNode scaling = json.path(has("rope_parameters") ? "rope_parameters" : "rope_scaling");
    JsonNode home = scaling.has("rope_theta") ? scaling : json;
    double theta = real(home, "rope_theta", 10_000, 1e12);
    String type = scaling.path("rope_type").asText(scaling.path("type").asText("default"));
    return switch (type) {
      case "default" -> new RotaryEmbedding(theta, 0, LlamaScaling.NONE);
      case "linear" ->
          new RotaryEmbedding(theta, real(scaling, "factor", 0, 1e6), LlamaScaling.NONE);
      case "llama3" -> new RotaryEmbedding(theta, 0, llama(scaling));
      default -> throw error("rope type '%s'; supported are default, linear and llama3", type);
    };
  }

  private LlamaScaling llama(JsonNode scaling) {
    double low = real(scaling, "low_freq_factor", 0, 1e6);
    double high = real(scaling, "high_freq_factor", 0, 1e6);
    if (low >= high) {
      throw error("low_freq_factor %s is not below high_freq_factor %s", low, high);
    }
    return new LlamaScaling(
        real(scaling, "factor", 0, 1e6),
        low,
        high,
        real(scaling, "original_max_position_embeddings", 0, 1e9));
  }

  private boolean has(String field) {
    return json.hasNonNull(field);
  }

  private int whole(String field, int largest) {
    JsonNode value = json.path(field);
    if (!value.isIntegralNumber() || value.longValue() < 1 || value.longValue() > largest) {
      throw error("%s is %s; expected a whole number from 1 to %d", field, shown(value), largest);
    }
    return value.intValue();
  }

  /** A number above 0; {@code missing} if the field is absent and that is above 0 too. */
  private double real(JsonNode home, String field, double missing, double largest) {
    JsonNode value = home.path(field);
    double number = value.isNumber() ? value.doubleValue() : value.isMissingNode() ? missing : 0;
    if (!(number > 0 && number <= largest)) {
      throw error("%s is %s; expected a number above 0, at most %s", field, shown(value), largest);
    }
    return number;
  }

  private static String shown(JsonNode value) {
    return value.isMissingNode() ? "missing" : value.toString();
  }

  @FormatMethod
  private CheckpointException error(@FormatString String message, Object... values) {
    return CheckpointException.at(file, message, values);
  }
}
