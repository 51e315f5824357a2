package org.prmlab.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prmlab.model.WeightSlot.Part;

/**
 * A decoder and its head whose weights are float32 arrays outside the module, so that gradients
 * reach every one of them. The forward pass is that of {@link Decoder}: the same source.
 */
public final class TrainableDecoder implements AutoCloseable {
  private final TorchModule module;
  private final int vocabulary;
  private final List<WeightSlot> slots;
  private final NDList weights = new NDList();

  private TrainableDecoder(TorchModule module, int vocabulary, List<WeightSlot> slots) {
    this.module = module;
    this.vocabulary = vocabulary;
    this.slots = slots;
  }

  /** Loads the weights of a checkpoint and those of its head. */
  public static TrainableDecoder load(Checkpoint checkpoint, Head head, ComputeDevice device) {
    var settings = new ComputeSettings(device, Precision.FLOAT32);
    Decoder source = Decoder.load(checkpoint, head, settings);
    List<WeightSlot> body = WeightSlot.ofDecoder(checkpoint.config());
    List<WeightSlot> top = head.slots(checkpoint.config());
    List<WeightSlot> all = new ArrayList<>(body);
    all.addAll(top);
    var trainable =
        new TrainableDecoder(source.module(), checkpoint.config().vocabulary(), List.copyOf(all));
    for (int i = 0; i < all.size(); i++) {
      boolean inHead = i >= body.size();
      trainable.add(inHead, inHead ? i - body.size() : i);
    }
    return trainable;
  }

  private void add(boolean inHead, int index) {
    NDArray taken =
        module
            .call(module.manager(), "take", IValue.from(inHead), IValue.from((long) index))
            .head();
    NDArray weight = taken.duplicate(); // a copy the engine has not marked as for inference only
    taken.close();
    weight.setName(inHead ? "head[]" : "w[]");
    if (weight.size() > 0) {
      weight.setRequiresGradient(true);
    }
    weights.add(weight);
  }

  /** All weights, fused as the decoder's source has them; those a model lacks are empty arrays. */
  public NDList weights() {
    return weights;
  }

  /** A scope for the arrays of one step. */
  public NDManager scope() {
    return module.scope();
  }

  /**
   * Logits at the rows' positions, (reads, classes) in float32, row by row. Within a gradient
   * collector they carry gradients to every weight.
   */
  public NDArray logits(NDManager scope, List<TokenRow> rows) {
    TokenGrid grid = TokenGrid.of(rows, vocabulary);
    PtNDManager manager = (PtNDManager) scope;
    var inputs = new NDList(grid.ids(manager), grid.reads(manager));
    inputs.addAll(weights);
    JniUtils.setGraphExecutorOptimize(false);
    return module.block().forward(new ParameterStore(scope, false), inputs, true).head();
  }

  /**
   * The gradients of the last backward pass by the checkpoint's own tensor names, as copies in
   * {@code scope}.
   */
  public Map<String, NDArray> gradients(NDManager scope) {
    Map<String, NDArray> byName = new LinkedHashMap<>();
    for (int i = 0; i < slots.size(); i++) {
      NDArray gradient = weights.get(i).getGradient();
      int row = 0;
      for (Part part : slots.get(i).parts()) {
        NDArray share = gradient.get(row + ":" + (row + part.rows()));
        share.attach(scope);
        byName.merge(part.name(), share, NDArray::add);
        row += part.rows();
      }
    }
    return byName;
  }

  @Override
  public void close() {
    weights.close();
    module.close();
  }
}
