package org.prmlab.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prmlab.data.AtomicFile;
import org.prmlab.model.folder.CheckpointJson;
import org.prmlab.model.weights.WeightFiles;

/**
 * Writes a Hugging Face folder: what transformers needs to load the model, and {@code prmlab.json},
 * which says how it was made. That file comes last: where it is, the folder is complete.
 */
public final class CheckpointFolder {
  /** File that says how a model was made. */
  public static final String PROVENANCE = "prmlab.json";

  private static final List<String> COPIED =
      List.of(
          "tokenizer.json",
          "tokenizer_config.json",
          "special_tokens_map.json",
          "added_tokens.json",
          "vocab.json",
          "merges.txt",
          "tokenizer.model",
          "chat_template.jinja");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path folder;
  private final Optional<Path> weights;

  private CheckpointFolder(Path folder, Optional<Path> weights) {
    this.folder = folder;
    this.weights = weights;
  }

  public static CheckpointFolder at(Path folder) {
    return new CheckpointFolder(folder, Optional.empty());
  }

  /** The same, but what is saved are weights that were written to a file before. */
  public CheckpointFolder withWeights(Path file) {
    return new CheckpointFolder(folder, Optional.of(file));
  }

  /** What a complete folder says about how its model was made; empty where there is none. */
  public Optional<JsonNode> provenance() {
    Path file = folder.resolve(PROVENANCE);
    return Files.exists(file) ? Optional.of(CheckpointJson.read(file)) : Optional.empty();
  }

  /**
   * Saves a model in training.
   *
   * @param architecture name of the class that transformers is to load it as
   * @param provenance seed, settings, hashes: values that Jackson writes
   */
  public void save(TrainableDecoder decoder, String architecture, Map<String, ?> provenance) {
    Path source = decoder.checkpoint().textFolder();
    ObjectNode config =
        (ObjectNode)
            CheckpointJson.read(decoder.checkpoint().configFolder().resolve("config.json"));
    config.putArray("architectures").add(architecture);
    config.put("torch_dtype", "float32");
    config.remove(List.of("dtype", "auto_map"));
    write("config.json", config);
    for (String name : COPIED) {
      if (Files.exists(source.resolve(name))) {
        copy(source.resolve(name), name);
      }
    }
    Path file = folder.resolve(WeightFiles.SINGLE);
    weights.ifPresentOrElse(saved -> copyLarge(saved, file), () -> decoder.writeWeights(file));
    write(PROVENANCE, JSON.valueToTree(provenance));
  }

  private void write(String name, JsonNode json) {
    AtomicFile.writeBytes(folder.resolve(name), () -> JSON.writeValueAsBytes(json));
  }

  private static void copyLarge(Path from, Path to) {
    AtomicFile.write(
        to,
        out -> {
          try (FileChannel in = FileChannel.open(from)) {
            for (long at = 0; at < in.size(); ) {
              at += in.transferTo(at, in.size() - at, out);
            }
          }
        });
  }

  private void copy(Path from, String name) {
    AtomicFile.writeBytes(folder.resolve(name), () -> Files.readAllBytes(from));
  }
}
