package org.prmlab.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.prmlab.model.folder.CheckpointException;
import org.prmlab.model.folder.Fingerprint;
import org.prmlab.model.text.ModelText;
import org.prmlab.model.weights.ElementType;
import org.prmlab.model.weights.LoraAdapter;
import org.prmlab.model.weights.LoraSettings;
import org.prmlab.model.weights.StoredTensor;
import org.prmlab.model.weights.WeightFiles;

/**
 * A Hugging Face checkpoint folder: {@code config.json}, safetensors, {@code tokenizer.json} and
 * the chat template; or a LoRA adapter of PEFT, read together with its base. Reading it checks the
 * configuration and every tensor's place; no weight is loaded.
 */
public final class Checkpoint {
  private static final List<String> TEXT_FILES =
      List.of(
          "config.json",
          "tokenizer.json",
          "tokenizer_config.json",
          "chat_template.jinja",
          LoraSettings.NAME);
  private static final String CONFIG = "config.json";

  private final Path folder;
  private final Path base;
  private final DecoderConfig config;
  private final String architecture;
  private final WeightFiles weights;

  private Checkpoint(
      Path folder, Path base, DecoderConfig config, String architecture, WeightFiles weights) {
    this.folder = folder;
    this.base = base;
    this.config = config;
    this.architecture = architecture;
    this.weights = weights;
  }

  /**
   * Reads a folder: a whole model, or a LoRA adapter, whose base is a folder that it names, or a
   * model that was fetched.
   *
   * @throws CheckpointException if it cannot be used: the message names the file and what to do
   */
  public static Checkpoint read(Path folder) {
    return read(folder, Optional.empty());
  }

  /** {@link #read(Path)} of a folder by its name. */
  public static Checkpoint read(String folder) {
    return read(Path.of(folder));
  }

  /**
   * Reads a folder.
   *
   * @param base folder of the model that an adapter was trained on; absent to look for the one it
   *     names
   * @throws CheckpointException if it cannot be used, or is no adapter although a base is given
   */
  public static Checkpoint read(Path folder, Optional<Path> base) {
    requireFolder(folder);
    if (LoraAdapter.isIn(folder)) {
      return adapted(folder, base);
    }
    if (base.isPresent()) {
      throw CheckpointException.at(
          folder, "no adapter, so it has no base; leave %s out", base.get());
    }
    DecoderConfig config = ConfigReader.read(WeightFiles.inside(folder, CONFIG));
    return new Checkpoint(folder, folder, config, config.architecture(), WeightFiles.read(folder));
  }

  private static Checkpoint adapted(Path folder, Optional<Path> named) {
    LoraAdapter adapter = LoraAdapter.read(folder);
    Path base = named.orElseGet(() -> adapter.settings().baseFolder());
    requireFolder(base);
    if (LoraAdapter.isIn(base)) {
      throw CheckpointException.at(
          base, "an adapter, too; merge it with its own base first, then name the whole model");
    }
    DecoderConfig config = ConfigReader.read(WeightFiles.inside(base, CONFIG));
    String architecture = adapter.architecture(config.architecture());
    WeightFiles weights = adapter.onto(WeightFiles.read(base));
    if (config.output() == DecoderConfig.OutputEmbedding.TIED
        && architecture.endsWith("ForCausalLM")
        && weights.changesEmbeddings()) {
      throw CheckpointException.at(
          folder, "changes an embedding of a language model that has one for input and output");
    }
    return new Checkpoint(folder, base, config, architecture, weights);
  }

  private static void requireFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw CheckpointException.at(folder, "no such folder; fetch the model first");
    }
  }

  public Path folder() {
    return folder;
  }

  /** The folder's own name. */
  public String name() {
    return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }

  /** Name of the class it was saved from, e.g. {@code Qwen2ForProcessRewardModel}. */
  public String architecture() {
    return architecture;
  }

  /** {@code qwen2}, {@code qwen3}, {@code llama} or {@code mistral}. */
  public String modelType() {
    return config.modelType();
  }

  /** Longest context, in tokens. */
  public int maxTokens() {
    return config.maxPositions();
  }

  /**
   * Threads of the CPU that one call of this model may use: those set; one, if it is as small as
   * the tabletop's, since cores lose more by waiting for each other than they gain; absent for all.
   */
  public OptionalInt threads(ComputeSettings settings) {
    return config.threads(settings);
  }

  /** Whether the files hold a tensor of this name. */
  public boolean has(String tensor) {
    return weights.find(tensor).isPresent();
  }

  /** The shape of a tensor, rows first; empty if the files do not hold it. */
  public List<Long> shapeOf(String tensor) {
    return weights.find(tensor).map(StoredTensor::shape).orElse(List.of());
  }

  /** What its configuration says about reading the head. */
  public HeadNotes headNotes() {
    return HeadNotes.read(WeightFiles.inside(base, CONFIG));
  }

  /** How this model reads and writes text; close it after use. */
  public ModelText text() {
    return ModelText.read(textFolder());
  }

  /** Where the tokenizer's files lie: beside an adapter, or with its base. */
  public Path textFolder() {
    boolean own =
        Files.exists(folder.resolve("tokenizer.json"))
            && Files.exists(folder.resolve("tokenizer_config.json"));
    return own ? folder : base;
  }

  /** The folder of {@code config.json}: an adapter's base, else the folder itself. */
  Path configFolder() {
    return base;
  }

  /**
   * A fingerprint of the configuration, the tokenizer's files and the weights: of these the
   * headers, the file sizes and samples of the bytes, since hashing all of a large model takes
   * minutes.
   */
  public String fingerprint() {
    var print = new Fingerprint();
    for (Path place : base.equals(folder) ? List.of(folder) : List.of(base, folder)) {
      for (String name : TEXT_FILES) {
        if (Files.isRegularFile(place.resolve(name))) {
          print.add("name", name).addFile(place.resolve(name));
        }
      }
    }
    weights.describe(print);
    return print.hex();
  }

  /** The number format of its embedding, and so of a model saved in one format. */
  ElementType savedIn() {
    return weights
        .find("model.embed_tokens.weight")
        .map(StoredTensor::type)
        .orElse(ElementType.F32);
  }

  DecoderConfig config() {
    return config;
  }

  WeightFiles weights() {
    return weights;
  }
}
