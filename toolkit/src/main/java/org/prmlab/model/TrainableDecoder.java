package org.prmlab.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.prmlab.model.WeightLoader.Target;
import org.prmlab.model.WeightSlot.Part;
import org.prmlab.model.engine.ComputeDevice;
import org.prmlab.model.engine.TorchModule;
import org.prmlab.model.weights.ElementType;
import org.prmlab.model.weights.SafetensorsHeader;

/**
 * A decoder and its head in training, in float32. The forward pass is that of {@link Decoder}: the
 * same source; gradients and the optimizer's step are in {@code training.py} there, so that a step
 * is two native calls. One thread at a time.
 *
 * <p>With a fixed number of threads, the same calls give the same weights, bit by bit.
 */
public final class TrainableDecoder implements AutoCloseable {
  private final TorchModule module;
  private final Checkpoint checkpoint;
  private final List<WeightSlot> slots;
  private int inBody;

  private TrainableDecoder(TorchModule module, Checkpoint checkpoint, List<WeightSlot> slots) {
    this.module = module;
    this.checkpoint = checkpoint;
    this.slots = slots.stream().filter(slot -> !slot.parts().isEmpty()).toList();
  }

  /** Loads the weights of a checkpoint and those of its head. */
  public static TrainableDecoder load(Checkpoint checkpoint, Head head, ComputeDevice device) {
    List<WeightSlot> top = head.trainableSlots(checkpoint.config());
    Decoder source = Decoder.load(checkpoint, head, float32(device));
    boolean tied = head.isEmbedding(checkpoint.config());
    List<WeightSlot> all = new ArrayList<>(WeightSlot.ofDecoder(checkpoint.config()));
    all.addAll(tied ? List.of() : top);
    return new TrainableDecoder(source.module(), checkpoint, all).begin(tied);
  }

  /**
   * Loads the weights of a checkpoint, whose own head is left out, and gives it a new one. As
   * PyTorch's linear layers, its weights and biases are uniform between plus and minus 1 /
   * sqrt(inputs).
   *
   * @param seed of the head's random numbers
   */
  public static TrainableDecoder withNewHead(
      Checkpoint checkpoint, Head head, ComputeDevice device, long seed) {
    List<WeightSlot> top = head.trainableSlots(checkpoint.config());
    Decoder source = Decoder.load(checkpoint, List.of(), float32(device));
    var loader = new WeightLoader(checkpoint.weights(), source.module(), ElementType.F32);
    var random = new SplittableRandom(seed);
    int inputs = 1;
    for (WeightSlot slot : top) {
      inputs = slot.columns() > 0 ? slot.columns() : inputs; // a bias follows its matrix
      fill(source.module(), loader.allocate(slot, Target.HEAD), uniform(slot, inputs, random));
    }
    List<WeightSlot> all = new ArrayList<>(WeightSlot.ofDecoder(checkpoint.config()));
    all.addAll(top);
    return new TrainableDecoder(source.module(), checkpoint, all).begin(false);
  }

  private static ComputeSettings float32(ComputeDevice device) {
    return ComputeSettings.withDefaults().withDevice(device).withPrecision(Precision.FLOAT32);
  }

  private static float[] uniform(WeightSlot slot, int inputs, SplittableRandom random) {
    float[] values = new float[slot.rows() * Math.max(1, slot.columns())];
    double bound = 1 / Math.sqrt(inputs);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (bound * (2 * random.nextDouble() - 1));
    }
    return values;
  }

  private static void fill(TorchModule module, int index, float[] values) {
    try (PtNDManager scope = module.scope()) {
      module.callForLong(
          "fill_with",
          IValue.from(true),
          IValue.from((long) index),
          IValue.from((PtNDArray) scope.create(values)));
    }
  }

  private TrainableDecoder begin(boolean tied) {
    try (PtNDManager scope = module.scope()) {
      NDArray flag = scope.create(tied ? 1f : 0f);
      inBody = (int) module.callRecording(scope, "begin", flag).head().getLong(0);
      return this;
    }
  }

  /**
   * Adds to the gradients those of the sum of the rows' losses, each times its weight and {@code
   * scale}.
   *
   * @return the loss of each read, row by row, not weighted
   */
  public float[] accumulate(List<TargetRow> rows, TrainingLoss loss, double scale) {
    List<TokenRow> tokens = rows.stream().map(TargetRow::row).toList();
    if (rows.size() > 1 && checkpoint.config().rotary().dependsOnLength(tokens)) {
      FloatBuffer losses = FloatBuffer.allocate(TokenRow.reads(tokens));
      rows.forEach(row -> losses.put(accumulate(List.of(row), loss, scale)));
      return losses.array();
    }
    try (PtNDManager scope = module.scope()) {
      List<NDArray> arguments = new ArrayList<>(arguments(scope, rows, loss));
      FloatBuffer weights = FloatBuffer.allocate(TokenRow.reads(tokens));
      for (TargetRow row : rows) {
        for (float weight : row.weights()) {
          weights.put((float) (scale * weight));
        }
      }
      arguments.add(vector(scope, weights));
      return module
          .callRecording(scope, "accumulate", arguments.toArray(new NDArray[0]))
          .head()
          .toFloatArray();
    }
  }

  /**
   * Computes the losses of rows and learns nothing from them.
   *
   * @return for each read, row by row, its loss, not weighted, and the probability of class 1
   */
  public float[][] assess(List<TargetRow> rows, TrainingLoss loss) {
    List<TokenRow> tokens = rows.stream().map(TargetRow::row).toList();
    if (rows.size() > 1 && checkpoint.config().rotary().dependsOnLength(tokens)) {
      return rows.stream()
          .flatMap(row -> Stream.of(assess(List.of(row), loss)))
          .toArray(float[][]::new);
    }
    try (PtNDManager scope = module.scope()) {
      IValue[] arguments =
          arguments(scope, rows, loss).stream()
              .map(array -> IValue.from((PtNDArray) array))
              .toArray(IValue[]::new);
      float[] flat = module.call(scope, "assess", arguments).head().toFloatArray();
      return IntStream.range(0, flat.length / 2)
          .mapToObj(i -> new float[] {flat[2 * i], flat[2 * i + 1]})
          .toArray(float[][]::new);
    }
  }

  /** Tokens, reads, targets, trials and the number of the loss in training.py. */
  private List<NDArray> arguments(PtNDManager scope, List<TargetRow> rows, TrainingLoss loss) {
    List<TokenRow> tokens = rows.stream().map(TargetRow::row).toList();
    TokenGrid grid = TokenGrid.of(tokens, checkpoint.config().vocabulary());
    FloatBuffer targets = FloatBuffer.allocate(TokenRow.reads(tokens));
    FloatBuffer trials = FloatBuffer.allocate(TokenRow.reads(tokens));
    for (TargetRow row : rows) {
      if (loss == TrainingLoss.BETA_BINOMIAL
          && row.trials().length != row.row().scoredPositions()) {
        throw new IllegalArgumentException(
            "a row has no counts; the Beta-Binomial loss needs them");
      }
      targets.put(row.targets());
      trials.put(row.trials());
    }
    float kind = loss.engineCode();
    return List.of(
        grid.ids(scope),
        grid.reads(scope),
        vector(scope, targets),
        vector(scope, trials),
        scope.create(kind));
  }

  private static NDArray vector(PtNDManager scope, FloatBuffer filled) {
    FloatBuffer numbers = filled.flip();
    return scope.create(numbers, new Shape(numbers.remaining()), DataType.FLOAT32);
  }

  /**
   * One step of the optimizer with the gradients added up since the last one, which it uses up.
   *
   * @param bodyRate learning rate of the decoder
   * @param headRate learning rate of the head; a head that is the embedding learns with the decoder
   * @return norm of all gradients before they were scaled down; nothing is changed if it is not
   *     finite
   */
  public double update(AdamW adamW, double bodyRate, double headRate) {
    try (PtNDManager scope = module.scope()) {
      return module
          .call(
              scope,
              "update",
              IValue.from((long) inBody),
              IValue.from(bodyRate),
              IValue.from(headRate),
              IValue.from(adamW.beta1()),
              IValue.from(adamW.beta2()),
              IValue.from(adamW.epsilon()),
              IValue.from(adamW.weightDecay()),
              IValue.from(adamW.largestNorm()))
          .head()
          .getFloat(0);
    }
  }

  /** The gradients added up since the last update, by the checkpoint's own tensor names. */
  public Map<String, float[]> gradients() {
    Map<String, float[]> byName = new LinkedHashMap<>();
    try (PtNDManager scope = module.scope()) {
      NDList gradients = module.call(scope, "gradients");
      for (int i = 0; i < gradients.size(); i++) {
        int row = 0;
        for (Part part : slots.get(i).parts()) {
          NDArray share = gradients.get(i).get(row + ":" + (row + part.rows()));
          byName.put(part.name(), share.toFloatArray());
          row += part.rows();
        }
      }
    }
    return byName;
  }

  /**
   * Writes all that a later run needs to go on bit for bit: weights and the optimizer's moments.
   *
   * @param about what else the run needs to know
   */
  public void writeState(Path file, Map<String, String> about) {
    tensors().writeState(file, about);
  }

  /** What was written beside a state; empty if there is no such file. */
  public static Map<String, String> aboutState(Path file) {
    return Files.exists(file) ? SafetensorsHeader.metadata(file) : Map.of();
  }

  /**
   * Takes over a state.
   *
   * @param updates how many steps the optimizer had made
   */
  public void readState(Path file, int updates) {
    tensors().readState(file, updates);
  }

  /** Writes the weights as they are now, as a checkpoint has them. */
  public void writeWeights(Path file) {
    tensors().writeWeights(file);
  }

  /** The checkpoint it was loaded from. */
  public Checkpoint checkpoint() {
    return checkpoint;
  }

  TorchModule module() {
    return module;
  }

  TrainedTensors tensors() {
    return new TrainedTensors(module, slots);
  }

  /** Whether a failed call ran out of memory, so that fewer rows may do. */
  public static boolean isOutOfMemory(Throwable error) {
    return TorchModule.isOutOfMemory(error);
  }

  @Override
  public void close() {
    module.close();
  }
}
