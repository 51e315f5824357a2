package org.prmlab.model;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.prmlab.model.WeightSlot.Part;
import org.prmlab.model.engine.TorchModule;
import org.prmlab.model.folder.CheckpointException;
import org.prmlab.model.weights.ElementType;
import org.prmlab.model.weights.LowRankUpdate;
import org.prmlab.model.weights.StoredTensor;
import org.prmlab.model.weights.WeightFiles;

/**
 * Puts a checkpoint's tensors into the decoder's module, one by one. The engine maps each file in
 * the number format it was saved in. On the CPU, numbers that lie in the file as they are wanted
 * are the weight, never copied; all others are copied straight into the weight on the device.
 * Nothing passes through the Java heap and no second copy is ever held.
 */
final class WeightLoader {
  private static final int LISTED = 5; // names of an error message

  private final WeightFiles files;
  private final TorchModule module;
  private final ElementType type;
  private final Map<String, Long> maps = new HashMap<>();

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

  /** Adds the decoder's weights or its head's. */
  void load(List<WeightSlot> slots, Target target) {
    for (WeightSlot slot : slots) {
      List<TensorSpan> spans =
          slot.parts().stream()
              .map(p -> TensorSpan.of(files.find(p.name()).orElseThrow(), p, slot.columns()))
              .toList();
      try {
        boolean asItLies = adoptable(spans) && updates(slot).isEmpty();
        int index = asItLies ? adopt(slot, spans, target) : copy(slot, spans, target);
        merge(slot, target, index);
        requireFinite(slot, target, index);
      } finally {
        deleteCopies(spans);
      }
    }
    maps.clear();
    module.callForLong("unmap");
  }

  /** Whether numbers in a file, as they lie there, can be a weight: on the CPU, in its format. */
  private boolean adoptable(List<TensorSpan> spans) {
    return !spans.isEmpty()
        && !module.isOnGpu()
        && spans.stream().allMatch(s -> s.type() == type && !s.copied())
        && IntStream.range(1, spans.size()).allMatch(i -> spans.get(i).follows(spans.get(i - 1)));
  }

  private List<LowRankUpdate> updates(WeightSlot slot) {
    return slot.parts().stream().flatMap(p -> files.update(p.name()).stream()).toList();
  }

  /** Adds an adapter's updates to the rows they belong to. */
  private void merge(WeightSlot slot, Target target, int index) {
    long row = 0;
    for (Part part : slot.parts()) {
      Optional<LowRankUpdate> update = files.update(part.name());
      if (update.isPresent()) {
        merge(update.get(), part, new long[] {target == Target.HEAD ? 1 : 0, index, row});
      }
      row += part.rows();
    }
  }

  private void merge(LowRankUpdate update, Part part, long[] place) {
    List<TensorSpan> spans = new ArrayList<>();
    IValue a = matrix(update.a(), spans);
    IValue b = matrix(update.b(), spans);
    IValue magnitude =
        update.magnitude().map(m -> matrix(m, spans)).orElseGet(() -> IValue.listFrom(new long[0]));
    try {
      module.callForLong(
          "merge",
          IValue.listFrom(place[0], place[1], place[2], part.rows(), part.firstRow()),
          a,
          b,
          magnitude,
          IValue.from(update.scale()),
          IValue.from(update.layer() == LowRankUpdate.Layer.EMBEDDING));
    } finally {
      deleteCopies(spans);
    }
  }

  /** Where a whole tensor lies: file, first number, rows, columns (1 for a vector). */
  private IValue matrix(StoredTensor tensor, List<TensorSpan> spans) {
    int rows = Math.toIntExact(tensor.shape().get(0));
    int columns = tensor.shape().size() == 1 ? 1 : Math.toIntExact(tensor.shape().get(1));
    TensorSpan span = TensorSpan.of(tensor, Part.whole(tensor.name(), rows), columns);
    spans.add(span);
    return IValue.listFrom(map(span), span.first(), rows, columns);
  }

  private int adopt(WeightSlot slot, List<TensorSpan> spans, Target target) {
    return (int)
        module.callForLong(
            "adopt",
            IValue.from(target == Target.HEAD),
            IValue.from(map(spans.get(0))),
            IValue.from(spans.get(0).first()),
            IValue.from((long) slot.rows()),
            IValue.from((long) slot.columns()));
  }

  private int copy(WeightSlot slot, List<TensorSpan> spans, Target target) {
    int index = allocate(slot, target);
    long row = 0;
    for (TensorSpan span : spans) {
      module.callForLong(
          "fill",
          IValue.from(target == Target.HEAD),
          IValue.from((long) index),
          IValue.from(row),
          IValue.from(map(span)),
          IValue.from(span.first()),
          IValue.from(span.count()));
      row += span.count() / Math.max(1, slot.columns());
    }
    return index;
  }

  private void requireFinite(WeightSlot slot, Target target, int index) {
    long row = 0;
    for (Part part : slot.parts()) {
      try (PtNDManager scope = module.scope()) {
        IValue[] rows = {
          IValue.from(target == Target.HEAD),
          IValue.from((long) index),
          IValue.from(row),
          IValue.from((long) part.rows())
        };
        if (module.call(scope, "finite", rows).head().getLong() == 0) {
          StoredTensor stored = files.find(part.name()).orElseThrow();
          throw CheckpointException.at(
              stored.file(),
              "tensor '%s' has NaN or infinite numbers as %s; download it again",
              stored.name(),
              type);
        }
      }
      row += part.rows();
    }
  }

  /** The module's index of a span's file, mapped in its format when first asked for. */
  private long map(TensorSpan span) {
    return maps.computeIfAbsent(
        span.file() + " as " + span.type(),
        key ->
            module.callForLong(
                "map",
                IValue.from(span.file().toAbsolutePath().toString()),
                IValue.from(span.fileSize()),
                IValue.from((long) span.type().engineCode())));
  }

  private void deleteCopies(List<TensorSpan> spans) {
    List<TensorSpan> copies = spans.stream().filter(TensorSpan::copied).toList();
    if (!copies.isEmpty()) {
      maps.clear();
      module.callForLong("unmap");
      copies.forEach(TensorSpan::delete);
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
}
