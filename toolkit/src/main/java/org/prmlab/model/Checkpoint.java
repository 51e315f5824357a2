package org.prmlab.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A Hugging Face checkpoint folder: {@code config.json}, safetensors, {@code tokenizer.json} and
 * the chat template. Reading it checks the configuration and every tensor's place; no weight is
 * loaded.
 */
public final class Checkpoint {
  private static final List<String> TEXT_FILES =
      List.of("config.json", "tokenizer.json", "tokenizer_config.json", "chat_template.jinja");

  private final Path folder;
  private final DecoderConfig config;
  private final WeightFiles weights;

  private Checkpoint(Path folder, DecoderConfig config, WeightFiles weights) {
    this.folder = folder;
    this.config = config;
    this.weights = weights;
  }

  /**
   * Reads a folder.
   *
   * @throws CheckpointException if it cannot be used: the message names the file and what to do
   */
  public static Checkpoint read(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw CheckpointException.at(folder, "no such folder; fetch the model first");
    }
    DecoderConfig config = ConfigReader.read(WeightFiles.inside(folder, "config.json"));
    return new Checkpoint(folder, config, WeightFiles.read(folder));
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
    return config.architecture();
  }

  /** {@code qwen2}, {@code qwen3}, {@code llama} or {@code mistral}. */
  public String modelType() {
    return config.modelType();
  }

  /** Longest context, in tokens. */
  public int maxTokens() {
    return config.maxPositions();
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
    return HeadNotes.read(WeightFiles.inside(folder, "config.json"));
  }

  /** How this model reads and writes text; close it after use. */
  public ModelText text() {
    return ModelText.read(folder);
  }

  /**
   * A fingerprint of the configuration, the tokenizer's files and the weights: of these the
   * headers, the file sizes and samples of the bytes, since hashing all of a large model takes
   * minutes.
   */
  public String fingerprint() {
    var print = new Fingerprint();
    for (String name : TEXT_FILES) {
      if (Files.exists(folder.resolve(name))) {
        print.add("name", name).addFile(folder.resolve(name));
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
