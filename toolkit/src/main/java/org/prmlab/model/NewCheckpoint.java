package org.prmlab.model;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.prmlab.data.AtomicFile;
import org.prmlab.model.WeightSlot.Part;
import org.prmlab.model.weights.SafetensorsWriter;
import org.prmlab.model.weights.SafetensorsWriter.Entry;
import org.prmlab.model.weights.WeightFiles;

/** Makes the folder of a language model that has learnt nothing yet. */
public final class NewCheckpoint {
  private static final double SPREAD = 0.05; // standard deviation
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private NewCheckpoint() {}

  /**
   * Writes {@code config.json} and random weights; the tokenizer is the caller's. Embedding and the
   * products that end in the stream are normal (these divided by the root of twice the layers), the
   * others uniform between plus and minus 1 / sqrt(inputs), norms are 1.
   *
   * @param seed of the random numbers
   */
  public static void write(Path folder, DecoderShape shape, long seed) {
    AtomicFile.writeBytes(
        folder.resolve("config.json"), () -> JSON.writeValueAsBytes(config(shape)));
    DecoderConfig config = ConfigReader.read(folder.resolve("config.json"));
    RandomGenerator random = new SplittableRandom(seed);
    List<Entry> entries = new ArrayList<>();
    for (WeightSlot slot : WeightSlot.ofDecoder(config)) {
      for (Part part : slot.parts()) {
        int columns = Math.max(1, slot.columns());
        float[] values = values(part, columns, config, random);
        entries.add(
            new Entry(
                part.name(),
                slot.storedShape(part),
                (start, count) ->
                    Arrays.copyOfRange(values, start * columns, (start + count) * columns)));
      }
    }
    SafetensorsWriter.write(folder.resolve(WeightFiles.SINGLE), Map.of("format", "pt"), entries);
  }

  private static ObjectNode config(DecoderShape shape) {
    ObjectNode json = JSON.createObjectNode();
    json.putArray("architectures").add("Qwen2ForCausalLM");
    json.put("model_type", "qwen2").put("hidden_act", "silu");
    json.put("hidden_size", shape.hidden()).put("num_hidden_layers", shape.layers());
    json.put("num_attention_heads", shape.heads()).put("num_key_value_heads", shape.kvHeads());
    json.put("intermediate_size", shape.intermediate()).put("vocab_size", shape.vocabulary());
    json.put("max_position_embeddings", shape.context()).put("rms_norm_eps", 1e-6);
    json.put("rope_theta", 10_000.0).put("tie_word_embeddings", true);
    return json.put("torch_dtype", "float32");
  }

  private static float[] values(
      Part part, int columns, DecoderConfig config, RandomGenerator random) {
    float[] values = new float[part.rows() * columns];
    boolean intoStream = part.name().contains("o_proj") || part.name().contains("down_proj");
    double spread = intoStream ? SPREAD / Math.sqrt(2.0 * config.layers()) : SPREAD;
    int inputs = part.name().endsWith(".bias") ? config.hidden() : columns;
    for (int i = 0; i < values.length; i++) {
      if (part.name().endsWith("norm.weight")) {
        values[i] = 1;
      } else if (intoStream || part.name().contains("embed")) {
        values[i] = (float) (spread * random.nextGaussian());
      } else {
        values[i] = (float) ((2 * random.nextDouble() - 1) / Math.sqrt(inputs));
      }
    }
    return values;
  }
}
