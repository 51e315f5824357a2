package org.prmlab.model.weights;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.prmlab.model.folder.CheckpointException;
import org.prmlab.model.folder.CheckpointJson;
import org.prmlab.model.hub.HubCache;

/**
 * PEFT's {@code adapter_config.json}: how a LoRA adapter was made. What would change a weight in
 * another way than {@link LowRankUpdate} says is an error, never ignored.
 *
 * @see <a href="https://huggingface.co/docs/peft/package_reference/lora">the fields</a>
 */
public record LoraSettings(Path file, JsonNode json) {
  public static final String NAME = "adapter_config.json";

  private static final List<String> UNREAD =
      List.of(
          "layer_replication",
          "target_parameters",
          "trainable_token_indices",
          "alora_invocation_tokens",
          "use_qalora",
          "use_bdlora",
          "arrow_config",
          "kasa_config",
          "velora_config",
          "monteclora_config",
          "lora_bias");

  /** These begin with the base's own weights; all others change the base as well. */
  private static final Set<String> PLAIN_BEGINNINGS =
      Set.of("true", "false", "gaussian", "eva", "orthogonal", "mica");

  static LoraSettings read(Path file) {
    var settings = new LoraSettings(file, CheckpointJson.read(file));
    settings.requireReadable();
    return settings;
  }

  private void requireReadable() {
    String type = json.path("peft_type").asText("");
    if (!type.equals("LORA")) {
      throw error("peft_type '%s'; supported is LORA", type);
    }
    for (String field : UNREAD) {
      JsonNode value = json.path(field);
      if (value.isContainerNode() ? !value.isEmpty() : value.asBoolean()) {
        throw error("%s is %s; supported are adapters without it", field, value);
      }
    }
    String beginning = json.path("init_lora_weights").asText("true");
    if (json.hasNonNull("init_lora_weights") && !PLAIN_BEGINNINGS.contains(beginning)) {
      throw error(
          "init_lora_weights '%s' changes the base's weights as well, which no file of the adapter"
              + " holds; convert it to a plain LoRA adapter with PEFT first",
          beginning);
    }
  }

  /**
   * Folder of the model that it was trained on: the one it names, as it stands, seen from the
   * adapter's folder, or among the fetched models.
   */
  public Path baseFolder() {
    String name = json.path("base_model_name_or_path").asText("");
    Path beside = file.toAbsolutePath().resolveSibling(name).normalize();
    if (name.isEmpty() || !json.hasNonNull("base_model_name_or_path")) {
      throw error("names no base_model_name_or_path; name the base's folder yourself");
    }
    if (Files.isDirectory(Path.of(name))) {
      return Path.of(name);
    }
    if (Files.isDirectory(beside)) {
      return beside;
    }
    Path fetched =
        HubCache.ofEnvironment().home().resolve(HubCache.Kind.MODEL.plural()).resolve(name);
    if (!fetched.normalize().startsWith(HubCache.ofEnvironment().home())
        || !Files.isDirectory(fetched)) {
      throw error(
          "its base '%s' is neither a folder nor among the fetched models; fetch it, or name its"
              + " folder",
          name);
    }
    return fetched;
  }

  /** What the adapted model is: {@code TOKEN_CLS}, {@code SEQ_CLS}, {@code CAUSAL_LM}, or empty. */
  String task() {
    return json.hasNonNull("task_type") ? json.path("task_type").asText() : "";
  }

  /** Rank of a module, e.g. {@code model.layers.0.self_attn.q_proj}. */
  int rank(String module) {
    JsonNode rank = byPattern("rank_pattern", module).orElse(json.path("r"));
    if (!rank.isIntegralNumber() || rank.intValue() < 1) {
      throw error("rank %s of %s; expected a whole number above 0", rank, module);
    }
    return rank.intValue();
  }

  /** The factor before B A: alpha / rank, or alpha / sqrt(rank) with rank-stabilised LoRA. */
  double scale(String module) {
    JsonNode alpha = byPattern("alpha_pattern", module).orElse(json.path("lora_alpha"));
    if (!alpha.isNumber()) {
      throw error("lora_alpha %s of %s; expected a number", alpha, module);
    }
    double rank = rank(module);
    return alpha.doubleValue() / (json.path("use_rslora").asBoolean() ? Math.sqrt(rank) : rank);
  }

  /** The value of the first pattern that the end of a module's name matches. */
  private Optional<JsonNode> byPattern(String field, String module) {
    for (var entry : json.path(field).properties()) {
      if (matches("(.*\\.)?(" + entry.getKey() + ")", module)) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }

  /** Whether a module was to be adapted. */
  boolean targets(String module) {
    if (isIn("exclude_modules", module) || names("modules_to_save", module)) {
      return false;
    }
    JsonNode layers = json.path("layers_to_transform");
    if (json.hasNonNull("layers_to_transform") && !holds(layers, layer(module))) {
      return false;
    }
    boolean allLinear = json.path("target_modules").asText("").equalsIgnoreCase("all-linear");
    return allLinear
        ? module.matches(".*\\.layers\\.\\d+\\..*_proj")
        : isIn("target_modules", module);
  }

  /** Whether a module was trained as a whole. */
  boolean savesWhole(String module) {
    return names("modules_to_save", module);
  }

  /** A list of names, or a regular expression for the whole name. */
  private boolean isIn(String field, String module) {
    JsonNode value = json.path(field);
    return value.isTextual() ? matches(value.asText(), module) : names(field, module);
  }

  private boolean names(String field, String module) {
    for (JsonNode name : json.path(field)) {
      if (module.equals(name.asText()) || module.endsWith("." + name.asText())) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(JsonNode layers, int layer) {
    List<Integer> all = new ArrayList<>();
    (layers.isArray() ? layers : List.of(layers)).forEach(l -> all.add(l.asInt()));
    return layer >= 0 && all.contains(layer);
  }

  private static int layer(String module) {
    for (String part : module.split("\\.", -1)) {
      if (part.matches("\\d{1,6}")) {
        return Integer.parseInt(part);
      }
    }
    return -1;
  }

  private boolean matches(String pattern, String module) {
    try {
      return Pattern.compile(pattern).matcher(module).matches();
    } catch (PatternSyntaxException e) {
      throw error("pattern '%s': %s", pattern, e.getDescription());
    }
  }

  @FormatMethod
  private CheckpointException error(@FormatString String message, Object... values) {
    return CheckpointException.at(file, message, values);
  }
}
