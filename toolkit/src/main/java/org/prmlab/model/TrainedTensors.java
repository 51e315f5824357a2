package org.prmlab.model;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prmlab.model.WeightSlot.Part;
import org.prmlab.model.engine.TorchModule;
import org.prmlab.model.folder.CheckpointException;
import org.prmlab.model.weights.SafetensorsHeader;
import org.prmlab.model.weights.SafetensorsWriter;
import org.prmlab.model.weights.SafetensorsWriter.Entry;
import org.prmlab.model.weights.StoredTensor;

/**
 * The weights in training and the optimizer's moments, in and out of files, under the checkpoint's
 * own names: what the decoder holds fused is split again.
 */
final class TrainedTensors {
  private static final int BLOCK = 1 << 20; // numbers

  private final TorchModule module;
  private final List<WeightSlot> slots;

  TrainedTensors(TorchModule module, List<WeightSlot> slots) {
    this.module = module;
    this.slots = slots;
  }

  /** What is kept of each weight; the codes are those of {@code state} in training.py. */
  private enum Kind {
    WEIGHT(0, ""),
    MEAN(1, "optimizer.mean."),
    SQUARE(2, "optimizer.square.");

    private final long code;
    private final String prefix;

    Kind(long code, String prefix) {
      this.code = code;
      this.prefix = prefix;
    }
  }

  /** Writes the weights as a checkpoint has them. */
  void writeWeights(Path file) {
    SafetensorsWriter.write(file, Map.of("format", "pt"), entries(Kind.WEIGHT));
  }

  /** Writes all that a later run needs to go on. */
  void writeState(Path file, Map<String, String> about) {
    List<Entry> all = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      all.addAll(entries(kind));
    }
    SafetensorsWriter.write(file, about, all);
  }

  /** Reads it back; {@code updates} is how many steps the optimizer had made. */
  void readState(Path file, int updates) {
    Map<String, StoredTensor> stored = new LinkedHashMap<>();
    SafetensorsHeader.read(file).forEach(tensor -> stored.put(tensor.name(), tensor));
    try (FileChannel in = FileChannel.open(file)) {
      for (Kind kind : Kind.values()) {
        for (int slot = 0; slot < slots.size(); slot++) {
          int row = 0;
          for (Part part : slots.get(slot).parts()) {
            StoredTensor tensor = stored.get(kind.prefix + part.name());
            if (tensor == null || !tensor.shape().equals(slots.get(slot).storedShape(part))) {
              throw CheckpointException.at(
                  file, "no tensor '%s' of this model; remove the file", kind.prefix + part.name());
            }
            restore(in, tensor, new Place(kind, slot, row));
            row += part.rows();
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    module.callForLong("restore_count", IValue.from((double) updates));
  }

  private record Place(Kind kind, int slot, int row) {}

  private List<Entry> entries(Kind kind) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      int slot = i;
      int row = 0;
      for (Part part : slots.get(slot).parts()) {
        int first = row;
        entries.add(
            new Entry(
                kind.prefix + part.name(),
                slots.get(slot).storedShape(part),
                (start, count) -> rows(new Place(kind, slot, first + start), count)));
        row += part.rows();
      }
    }
    return entries;
  }

  private float[] rows(Place place, int count) {
    try (PtNDManager scope = module.scope()) {
      return module
          .call(
              scope,
              "state_rows",
              IValue.from(place.kind().code),
              IValue.from((long) place.slot()),
              IValue.from((long) place.row()),
              IValue.from((long) count))
          .head()
          .toFloatArray();
    }
  }

  private void restore(FileChannel in, StoredTensor tensor, Place place) throws IOException {
    int columns = tensor.shape().size() == 1 ? 1 : Math.toIntExact(tensor.shape().get(1));
    int rows = Math.toIntExact(tensor.shape().get(0));
    int perBlock = Math.max(1, BLOCK / columns);
    for (int start = 0; start < rows; start += perBlock) {
      float[] numbers = new float[Math.min(perBlock, rows - start) * columns];
      ByteBuffer bytes =
          ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      long from = tensor.offset() + (long) start * columns * Float.BYTES;
      while (bytes.hasRemaining() && in.read(bytes, from + bytes.position()) >= 0) {}
      bytes.flip().asFloatBuffer().get(numbers);
      try (PtNDManager scope = module.scope()) {
        module.callForLong(
            "restore_rows",
            IValue.from(place.kind().code),
            IValue.from((long) place.slot()),
            IValue.from((long) (place.row() + start)),
            IValue.from((PtNDArray) scope.create(numbers)));
      }
    }
  }
}
