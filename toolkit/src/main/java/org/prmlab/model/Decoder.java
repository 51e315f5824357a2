package org.prmlab.model;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.prmlab.model.WeightLoader.Target;
import org.prmlab.model.engine.ComputeDevice;
import org.prmlab.model.engine.EngineThreads;
import org.prmlab.model.engine.TorchModule;
import org.prmlab.model.folder.CheckpointException;
import org.prmlab.model.weights.TorchScriptArchive;
import org.prmlab.model.weights.TorchScriptArchive.TensorList;
import org.prmlab.model.weights.WeightFiles;

/**
 * A loaded decoder with a head on top. What it computes is written in {@code decoder.py} and its
 * three parts, the TorchScript source beside this class. Several threads may use it at once.
 */
public final class Decoder implements AutoCloseable {
  private static final long NEAR = 16 << 20; // bytes
  private static final long FEWEST = 512; // tokens

  private final DecoderConfig config;
  private final TorchModule module;
  private final ComputeSettings settings;

  private Decoder(DecoderConfig config, TorchModule module, ComputeSettings settings) {
    this.config = config;
    this.module = module;
    this.settings = settings;
  }

  /**
   * Loads the weights of a checkpoint and those of its head.
   *
   * @throws CheckpointException if tensors are missing, unexpected, of another shape or not finite
   */
  public static Decoder load(Checkpoint checkpoint, Head head, ComputeSettings settings) {
    return load(checkpoint, head.slots(checkpoint.config()), settings);
  }

  /**
   * Loads the weights of a checkpoint and, as the head, those of {@code top}: none if it is empty.
   */
  static Decoder load(Checkpoint checkpoint, List<WeightSlot> top, ComputeSettings settings) {
    DecoderConfig config = checkpoint.config();
    List<WeightSlot> body = WeightSlot.ofDecoder(config);
    WeightFiles files = checkpoint.weights();
    List<WeightSlot> all = new ArrayList<>(body);
    all.addAll(top);
    WeightLoader.check(files, all);

    ComputeDevice device = settings.device().resolved();
    TorchModule module = TorchModule.load(archive(config), device);
    try {
      var loader =
          new WeightLoader(files, module, settings.precision().on(device, checkpoint.savedIn()));
      loader.load(body, Target.DECODER);
      loader.load(top, Target.HEAD);
    } catch (RuntimeException e) {
      module.close();
      throw e;
    }
    return new Decoder(config, module, settings.withDevice(device));
  }

  /** The archive of the program for a shape. */
  static byte[] archive(DecoderConfig config) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("layers", config.layers());
    attributes.put("heads", config.heads());
    attributes.put("kv_heads", config.kvHeads());
    attributes.put("head_dim", config.headDim());
    attributes.put("window", config.window().width());
    attributes.put(
        "sliding", config.window().slides().stream().map(slides -> slides ? 1 : 0).toList());
    attributes.put("epsilon", config.epsilon());
    attributes.putAll(config.rotary().attributes());
    attributes.put("w", TensorList.EMPTY);
    attributes.put("head", TensorList.EMPTY);
    for (String list : List.of("mapped", "trained", "gradient", "mean", "square", "count")) {
      attributes.put(list, TensorList.EMPTY);
    }
    return TorchScriptArchive.of(DecoderSource.read(), DecoderSource.CLASS_NAME, attributes);
  }

  /**
   * The head's logits at the positions of each row.
   *
   * @return logits[row][read][class]
   */
  public float[][][] logits(List<TokenRow> rows) {
    if (rows.size() > 1 && dependOnLength(rows)) {
      return rows.stream().map(row -> logits(List.of(row))[0]).toArray(float[][][]::new);
    }
    try (PtNDManager scope = module.scope()) {
      TokenGrid grid = TokenGrid.of(rows, config.vocabulary());
      float[] flat = floats(scope, "logits", grid.ids(scope), grid.reads(scope));
      return grid.split(flat);
    }
  }

  /**
   * The same for rows that all begin with the same tokens, which are computed once.
   *
   * @param shared how many tokens all rows share; positions must lie behind them
   */
  public float[][][] logitsAfter(int shared, List<TokenRow> rows) {
    if (dependOnLength(rows)) {
      return logits(rows);
    }
    try (PtNDManager scope = module.scope()) {
      TokenGrid grid = TokenGrid.of(rows, config.vocabulary()).after(shared);
      long[] prefix = rows.get(0).ids().limit(shared).asLongStream().toArray();
      PtNDArray first = TorchModule.array(scope, prefix, new Shape(1, shared));
      float[] flat = floats(scope, "logits_after", first, grid.ids(scope), grid.reads(scope));
      return grid.split(flat);
    }
  }

  /**
   * Natural log probabilities of the tokens under the language model; the head must be {@link
   * Head#ofVocabulary}.
   *
   * @return logs[row][token - 1], one fewer than the row's tokens: nothing precedes the first
   */
  public float[][] logLikelihoods(List<TokenRow> rows) {
    if (rows.size() > 1 && dependOnLength(rows)) {
      return rows.stream().map(row -> logLikelihoods(List.of(row))[0]).toArray(float[][]::new);
    }
    try (PtNDManager scope = module.scope()) {
      TokenGrid grid = TokenGrid.of(rows, config.vocabulary());
      float[] flat = floats(scope, "log_likelihood", grid.ids(scope));
      int width = grid.width() - 1;
      float[][] logs = new float[rows.size()][];
      for (int row = 0; row < logs.length; row++) {
        int start = row * width;
        logs[row] = Arrays.copyOfRange(flat, start, start + rows.get(row).length() - 1);
      }
      return logs;
    }
  }

  private boolean dependOnLength(List<TokenRow> rows) {
    return config.rotary().dependsOnLength(rows);
  }

  private float[] floats(PtNDManager scope, String method, PtNDArray... arguments) {
    IValue[] values = Arrays.stream(arguments).map(IValue::from).toArray(IValue[]::new);
    return module.call(scope, method, values).head().toFloatArray();
  }

  /** How many calls it answers side by side: one on a GPU, one a thread on the CPU. */
  public int lanes() {
    return settings.device().isGpu() ? 1 : threads();
  }

  /** Threads of the CPU that it may use. */
  public int threads() {
    return settings.threads().orElseGet(EngineThreads::all);
  }

  /** Threads that one call may use: {@link Checkpoint#threads}. */
  OptionalInt threadsOfACall() {
    return config.threads(settings);
  }

  /**
   * Tokens that are best computed together, at most: on the CPU as many as keep the widest numbers
   * of a layer near the processor, and enough to make use of a weight once it is read.
   */
  public int tokensTogether() {
    long width = 2L * config.intermediate() * Float.BYTES;
    return settings.device().isGpu() ? Integer.MAX_VALUE : (int) Math.max(FEWEST, NEAR / width);
  }

  ComputeSettings settings() {
    return settings;
  }

  /**
   * Share of tokens that computing a common beginning once has to save before it pays: none on the
   * CPU; half on a GPU, where a batch of one problem's solutions is too small to be fast
   * (docs/performance.md).
   */
  public double leastSaving() {
    return settings.device().isGpu() ? 0.5 : 0;
  }

  DecoderConfig config() {
    return config;
  }

  TorchModule module() {
    return module;
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
