package org.prmlab.model.weights;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.prmlab.model.folder.CheckpointException;
import org.prmlab.model.weights.LowRankUpdate.Layer;

/**
 * A LoRA adapter as PEFT saves it, put onto its base: low-rank updates of weights, which are merged
 * when the weights are loaded, and tensors that were trained as a whole, such as a head.
 */
public final class LoraAdapter {
  private static final String WEIGHTS = "adapter_model.safetensors";
  private static final String PREFIX = "base_model.model.";
  private static final String WEIGHT = ".weight";
  private static final String HEAD = "score.weight";
  private static final String MAGNITUDE = "lora_magnitude_vector";

  private final LoraSettings settings;
  private final Path file;
  private final List<StoredTensor> tensors;

  private LoraAdapter(LoraSettings settings, Path file, List<StoredTensor> tensors) {
    this.settings = settings;
    this.file = file;
    this.tensors = tensors;
  }

  /**
   * Whether a folder holds an adapter and not a whole model.
   *
   * @throws CheckpointException if it holds both
   */
  public static boolean isIn(Path folder) {
    boolean adapter = Files.exists(folder.resolve(LoraSettings.NAME));
    boolean whole =
        Files.exists(folder.resolve(WeightFiles.SINGLE))
            || Files.exists(folder.resolve(WeightFiles.INDEX));
    if (adapter && whole && Files.exists(folder.resolve(WEIGHTS))) {
      throw CheckpointException.at(
          folder, "holds an adapter and a whole model; move one of them to a folder of its own");
    }
    return adapter && !whole;
  }

  public static LoraAdapter read(Path folder) {
    LoraSettings settings = LoraSettings.read(WeightFiles.inside(folder, LoraSettings.NAME));
    if (!Files.exists(folder.resolve(WEIGHTS))) {
      throw CheckpointException.at(
          folder,
          "no %s; %s",
          WEIGHTS,
          Files.exists(folder.resolve("adapter_model.bin"))
              ? "adapter_model.bin is a pickle and is not opened: convert it to safetensors"
              : "download it again");
    }
    Path file = WeightFiles.inside(folder, WEIGHTS);
    return new LoraAdapter(settings, file, SafetensorsHeader.read(file));
  }

  public LoraSettings settings() {
    return settings;
  }

  /** Name of the class that the adapted model is, from that of its base. */
  public String architecture(String base) {
    String kind = base.replaceFirst("(For[A-Za-z]+|Model)$", "");
    return switch (settings.task()) {
      case "TOKEN_CLS" -> kind + "ForTokenClassification";
      case "SEQ_CLS" -> kind + "ForSequenceClassification";
      case "CAUSAL_LM" -> kind + "ForCausalLM";
      default -> base;
    };
  }

  /**
   * The base's weights, with what this adapter changes in them.
   *
   * @throws CheckpointException if it does not fit the base, or something of it is missing
   */
  public WeightFiles onto(WeightFiles base) {
    Map<String, StoredTensor> whole = new LinkedHashMap<>();
    Map<String, Map<String, StoredTensor>> parts = new TreeMap<>();
    for (StoredTensor tensor : tensors) {
      sort(tensor, base, whole, parts);
    }
    Map<String, LowRankUpdate> updates = new LinkedHashMap<>();
    parts.forEach((module, some) -> updates.put(module + WEIGHT, update(module, some, base)));
    requireAll(base, whole, updates);
    return base.changed(whole, updates);
  }

  private void sort(
      StoredTensor tensor,
      WeightFiles base,
      Map<String, StoredTensor> whole,
      Map<String, Map<String, StoredTensor>> parts) {
    if (!tensor.name().startsWith(PREFIX)) {
      throw unread(tensor);
    }
    String name = tensor.name().substring(PREFIX.length());
    int low = name.indexOf(".lora_");
    if (low < 0) {
      if (name.contains(".original_module.")) {
        return; // what the module was before; PEFT writes it along with all biases
      }
      String plain =
          named(name.replace(".base_layer.", ".").replace(".modules_to_save.", "."), base);
      whole.put(
          plain,
          new StoredTensor(plain, tensor.file(), tensor.type(), tensor.shape(), tensor.offset()));
      return;
    }
    String module = named(name.substring(0, low), base);
    String part = name.substring(low + 1).replaceFirst("\\.weight$", "");
    if (!List.of("lora_A", "lora_B", "lora_embedding_A", "lora_embedding_B", MAGNITUDE)
        .contains(part)) {
      throw unread(tensor);
    }
    parts.computeIfAbsent(module, m -> new TreeMap<>()).put(part, tensor);
  }

  private CheckpointException unread(StoredTensor tensor) {
    return CheckpointException.at(
        file,
        "tensor '%s'; supported are the low-rank weights of LoRA and DoRA, and modules saved whole",
        tensor.name());
  }

  /** A module's name in the base, where the adapter was trained on the decoder without its head. */
  private static String named(String name, WeightFiles base) {
    boolean headless =
        name.startsWith("layers.") || name.startsWith("embed_tokens") || name.startsWith("norm.");
    return headless && base.find("model.embed_tokens.weight").isPresent() ? "model." + name : name;
  }

  private LowRankUpdate update(String module, Map<String, StoredTensor> parts, WeightFiles base) {
    StoredTensor weight =
        base.find(module + WEIGHT)
            .orElseThrow(
                () ->
                    CheckpointException.at(
                        file, "changes '%s', which the base lacks; of another model?", module));
    Layer layer = parts.containsKey("lora_embedding_A") ? Layer.EMBEDDING : Layer.LINEAR;
    String kind = layer == Layer.EMBEDDING ? "lora_embedding_" : "lora_";
    StoredTensor a = parts.get(kind + "A");
    StoredTensor b = parts.get(kind + "B");
    if (a == null || b == null || weight.shape().size() != 2) {
      throw CheckpointException.at(
          file,
          "'%s' has %s; expected %sA and %sB of a matrix: download it again",
          module,
          parts.keySet(),
          kind,
          kind);
    }
    boolean turned = layer == Layer.EMBEDDING;
    requireShape(a, settings.rank(module), weight.shape().get(turned ? 0 : 1));
    requireShape(b, weight.shape().get(turned ? 1 : 0), settings.rank(module));
    Optional<StoredTensor> magnitude = Optional.ofNullable(parts.get(MAGNITUDE));
    magnitude.ifPresent(m -> requireShape(m, weight.shape().get(0)));
    if (turned && magnitude.isPresent()) {
      throw unread(magnitude.get());
    }
    return new LowRankUpdate(a, b, settings.scale(module), layer, magnitude);
  }

  private void requireShape(StoredTensor tensor, long... expected) {
    List<Long> shape = java.util.Arrays.stream(expected).boxed().toList();
    if (!tensor.type().isWeight() || !tensor.shape().equals(shape)) {
      throw CheckpointException.at(
          file,
          "tensor '%s' (%s) has shape %s; expected %s, the rank by %s and the base's own shape",
          tensor.name(),
          tensor.type(),
          tensor.shape(),
          shape,
          LoraSettings.NAME);
    }
  }

  /** What the settings say was trained must be there: without it the model is another one. */
  private void requireAll(
      WeightFiles base, Map<String, StoredTensor> whole, Map<String, LowRankUpdate> updates) {
    for (StoredTensor tensor : base.all()) {
      String name = tensor.name();
      String module = name.replaceFirst("\\.(weight|bias)$", "");
      if (settings.savesWhole(module) && !whole.containsKey(name)) {
        throw CheckpointException.at(
            file, "modules_to_save names '%s', but '%s' is not in the file", module, name);
      }
      boolean matrix = name.endsWith(WEIGHT) && tensor.shape().size() == 2;
      if (matrix && settings.targets(module) && !updates.containsKey(name)) {
        throw CheckpointException.at(
            file,
            "target_modules names '%s', but the file has no low-rank weights of it; download it"
                + " again",
            module);
      }
    }
    boolean classifier = settings.task().equals("TOKEN_CLS") || settings.task().equals("SEQ_CLS");
    if (classifier && base.find(HEAD).isEmpty() && !whole.containsKey(HEAD)) {
      throw CheckpointException.at(
          file,
          "an adapter of a classifier (%s) without its head, %s; it was not saved with the adapter",
          settings.task(),
          HEAD);
    }
  }
}
