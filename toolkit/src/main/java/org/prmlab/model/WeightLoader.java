package org.prmlab.model;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import org.prmlab.model.WeightSlot.Part;

/**
 * Puts a checkpoint's tensors into the decoder's module, one by one. The engine maps each file in
 * the number format it was saved in and copies straight into the weight on the device, so nothing
 * of it passes through the Java heap and no second copy is ever held.
 */
final class WeightLoader {
  private static final int LISTED = 5; // names of an error message

  private final WeightFiles files;
  private final TorchModule module;
  private final ElementType type;

  WeightLoader(WeightFiles files, TorchModule module, ElementType type) {
    this.files = files;
    this.module = module;
    this.type = type;
  }

  /** Checks names, formats and shapes of everything wanted, before any of it is mapped. */
  static void check(WeightFiles files, List<WeightSlot> slots) {
    var expected = new HashSet<String>();
    slots.forEach(slot -> slot.parts().forEach(part -> expected.add(part.name())));
    List<String> missing =
        slots.stream()
            .flatMap(slot -> slot.parts().stream().map(Part::name))
            .filter(name -> files.find(name).isEmpty())
            .toList();
    reject(files, missing, "lacks");
    for (WeightSlot slot : slots) {
      slot.parts().forEach(part -> check(files.find(part.name()).orElseThrow(), slot, part));
    }
    List<String> unexpected =
        files.all().stream()
            .map(StoredTensor::name)
            .filter(name -> !expected.contains(name) && !Head.mayBeIgnored(name))
            .toList();
    reject(files, unexpected, "has unexpected");
  }

  private static void reject(WeightFiles files, List<String> names, String verb) {
    if (!names.isEmpty()) {
      throw CheckpointException.at(
          files.folder(),
          "%s %d tensors, among them %s; wrong PRM family, or files of another model?",
          verb,
          names.size(),
          String.join(", ", names.subList(0, Math.min(LISTED, names.size()))));
    }
  }

  private static void check(StoredTensor tensor, WeightSlot slot, Part part) {
    if (!tensor.type().isWeight()) {
      throw CheckpointException.at(
          tensor.file(),
          "tensor '%s' is %s; expected F32, F16 or BF16 (not quantised)",
          tensor.name(),
          tensor.type());
    }
    if (!tensor.shape().equals(slot.storedShape(part))) {
      throw CheckpointException.at(
          tensor.file(),
          "tensor '%s' has shape %s, expected %s by config.json",
          tensor.name(),
          tensor.shape(),
          slot.storedShape(part));
    }
    if (part.firstRow() < 0 || part.firstRow() + part.rows() > part.storedRows()) {
      throw CheckpointException.at(
          tensor.file(),
          "token id %d is outside the vocabulary of %d; tokenizer of another model?",
          part.firstRow(),
          part.storedRows());
    }
  }

  /** Fills the decoder's weights or its head's. */
  void load(List<WeightSlot> slots, Target target) {
    for (WeightSlot slot : slots) {
      int index = allocate(slot, target);
      int row = 0;
      for (Part part : slot.parts()) {
        fill(slot, part, target, index, row);
        row += part.rows();
      }
    }
  }

  /** Which list of the module takes a weight. */
  enum Target {
    DECODER,
    HEAD
  }

  /** Adds an empty weight; its index in the list. */
  int allocate(WeightSlot slot, Target target) {
    try (PtNDManager scope = module.scope()) {
      return (int)
          module.callForLong(
              "allocate",
              IValue.from(target == Target.HEAD),
              IValue.from((long) slot.rows()),
              IValue.from((long) slot.columns()),
              IValue.from((long) type.engineCode()),
              IValue.from(TorchModule.array(scope, new long[1], new Shape(1))));
    }
  }

  private void fill(WeightSlot slot, Part part, Target target, int index, int row) {
    StoredTensor stored = files.find(part.name()).orElseThrow();
    int bytes = stored.type().bytes();
    long width = Math.max(1, slot.columns());
    boolean aligned = stored.offset() % bytes == 0;
    Path file = aligned ? stored.file() : alignedCopy(stored);
    long first = (aligned ? stored.offset() / bytes : 0) + part.firstRow() * width;
    try (PtNDManager scope = module.scope()) {
      long finite =
          module
              .call(
                  scope,
                  "fill",
                  IValue.from(target == Target.HEAD),
                  IValue.from((long) index),
                  IValue.from((long) row),
                  IValue.from(file.toAbsolutePath().toString()),
                  IValue.from(Files.size(file) / bytes),
                  IValue.from((long) stored.type().engineCode()),
                  IValue.from(first),
                  IValue.from(part.rows() * width))
              .head()
              .getLong();
      if (finite == 0) {
        throw CheckpointException.at(
            stored.file(),
            "tensor '%s' has NaN or infinite numbers as %s; download it again",
            stored.name(),
            type);
      }
      if (!aligned) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The format allows tensors at odd offsets; the engine can map them only from an even start. */
  private static Path alignedCopy(StoredTensor tensor) {
    try (var in = FileChannel.open(tensor.file(), StandardOpenOption.READ)) {
      Path copy = Files.createTempFile("prmlab", ".tensor");
      try (var out = FileChannel.open(copy, StandardOpenOption.WRITE)) {
        for (long done = 0; done < tensor.bytes(); ) {
          done += in.transferTo(tensor.offset() + done, tensor.bytes() - done, out);
        }
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
