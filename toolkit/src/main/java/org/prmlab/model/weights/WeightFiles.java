package org.prmlab.model.weights;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.prmlab.model.folder.CheckpointException;
import org.prmlab.model.folder.CheckpointFiles;
import org.prmlab.model.folder.CheckpointJson;
import org.prmlab.model.folder.Fingerprint;

/**
 * The safetensors files of a checkpoint folder, one or several with an index, all headers checked.
 * Pickled weights ({@code pytorch_model.bin}) are never opened: they can run code.
 */
public final class WeightFiles {
  public static final String SINGLE = "model.safetensors";
  public static final String INDEX = "model.safetensors.index.json";

  private static final int SAMPLE = 4096; // bytes
  private static final int SAMPLES = 64;

  private final Path folder;
  private final Map<String, StoredTensor> tensors;
  private final Map<String, LowRankUpdate> updates;
  private final Set<String> others;

  private WeightFiles(
      Path folder,
      Map<String, StoredTensor> tensors,
      Map<String, LowRankUpdate> updates,
      Set<String> others) {
    this.folder = folder;
    this.tensors = tensors;
    this.updates = updates;
    this.others = others;
  }

  public static WeightFiles read(Path folder) {
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    if (Files.exists(folder.resolve(SINGLE))) {
      addAll(tensors, SafetensorsHeader.read(inside(folder, SINGLE)));
    } else if (Files.exists(folder.resolve(INDEX))) {
      readShards(folder, tensors);
    } else {
      boolean pickled = Files.exists(folder.resolve("pytorch_model.bin"));
      throw CheckpointException.at(
          folder,
          "no %s and no %s; %s",
          SINGLE,
          INDEX,
          pickled
              ? "pytorch_model.bin is a pickle and is not opened: convert it to safetensors"
              : "is this a checkpoint folder?");
    }
    return new WeightFiles(folder, tensors, Map.of(), Set.of());
  }

  private static void readShards(Path folder, Map<String, StoredTensor> tensors) {
    Path index = inside(folder, INDEX);
    JsonNode map = CheckpointJson.read(index).path("weight_map");
    if (!map.isObject() || map.isEmpty()) {
      throw CheckpointException.at(index, "no weight_map; download it again");
    }
    var shards = new TreeSet<String>();
    map.forEach(file -> shards.add(file.asText()));
    for (String shard : shards) {
      addAll(tensors, SafetensorsHeader.read(inside(folder, shard)));
    }
    map.properties()
        .forEach(entry -> checkPlace(index, entry.getKey(), entry.getValue().asText(), tensors));
    for (StoredTensor tensor : tensors.values()) {
      if (!map.has(tensor.name())) {
        throw CheckpointException.at(
            tensor.file(), "tensor '%s' is not in %s; they do not fit", tensor.name(), INDEX);
      }
    }
  }

  private static void checkPlace(
      Path index, String name, String shard, Map<String, StoredTensor> tensors) {
    StoredTensor tensor = tensors.get(name);
    if (tensor == null || !shard.equals(String.valueOf(tensor.file().getFileName()))) {
      throw CheckpointException.at(
          index, "tensor '%s' is not in %s; download that file again", name, shard);
    }
  }

  private static void addAll(Map<String, StoredTensor> tensors, List<StoredTensor> more) {
    for (StoredTensor tensor : more) {
      StoredTensor twin = tensors.put(tensor.name(), tensor);
      if (twin != null) {
        throw CheckpointException.at(
            tensor.file(), "tensor '%s' is in %s too", tensor.name(), twin.file().getFileName());
      }
    }
  }

  /** A regular file of the folder; links may lead to the blobs of a Hub cache, nowhere else. */
  public static Path inside(Path folder, String name) {
    Path file = folder.resolve(name);
    if (!name.equals(String.valueOf(file.getFileName())) || name.equals("..")) {
      throw CheckpointException.at(
          folder, "file name '%s' in %s leads out of the folder", name, INDEX);
    }
    try {
      Path home = folder.toRealPath();
      Path real = file.toRealPath();
      Path blobs = home.resolve("../../blobs").normalize();
      if (!real.startsWith(home) && !real.startsWith(blobs)) {
        throw CheckpointException.at(
            file, "links to %s, outside the folder; copy the file into it", real);
      }
      return CheckpointFiles.requireContent(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** These weights with others in place of some, and updates of some. */
  WeightFiles changed(Map<String, StoredTensor> others, Map<String, LowRankUpdate> updates) {
    Map<String, StoredTensor> all = new LinkedHashMap<>(tensors);
    all.putAll(others);
    return new WeightFiles(folder, all, updates, Set.copyOf(others.keySet()));
  }

  /** Whether an adapter changes the input or the output embedding. */
  public boolean changesEmbeddings() {
    return Stream.of("model.embed_tokens.weight", "lm_head.weight")
        .anyMatch(name -> updates.containsKey(name) || others.contains(name));
  }

  /** What is to be added to a tensor once it is loaded. */
  public Optional<LowRankUpdate> update(String name) {
    return Optional.ofNullable(updates.get(name));
  }

  /** Adds where every tensor lies and samples of each file's bytes. */
  public void describe(Fingerprint print) {
    var files = new TreeSet<Path>();
    for (StoredTensor tensor : tensors.values()) {
      print.add(tensor.name(), tensor.type() + " " + tensor.shape() + " " + tensor.offset());
      files.add(tensor.file());
    }
    for (LowRankUpdate update : updates.values()) {
      print.add(update.b().name(), update.scale());
      files.add(update.b().file());
    }
    for (Path file : files) {
      print.add("sample", sample(file));
    }
  }

  /** 64 evenly spread blocks of 4 KiB, as hexadecimal hash. */
  private static String sample(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      MessageDigest digest = Fingerprint.algorithm("SHA-256");
      ByteBuffer block = ByteBuffer.allocate(SAMPLE);
      long size = channel.size();
      for (int i = 0; i < SAMPLES; i++) {
        block.clear();
        channel.read(block, Math.max(0, size - SAMPLE) * i / (SAMPLES - 1));
        digest.update(block.flip());
      }
      return size + ":" + HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path folder() {
    return folder;
  }

  public Optional<StoredTensor> find(String name) {
    return Optional.ofNullable(tensors.get(name));
  }

  public List<StoredTensor> all() {
    return new ArrayList<>(tensors.values());
  }
}
