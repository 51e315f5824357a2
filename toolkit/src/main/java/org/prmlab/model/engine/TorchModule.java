package org.prmlab.model.engine;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.prmlab.model.weights.TorchScriptArchive;

/**
 * A TorchScript module on one device, and calls of its methods.
 *
 * <p>The engine's Java side knows no bfloat16 and ends the whole virtual machine when it meets one.
 * Methods called here therefore return float32 and int64 only, and whatever is bfloat16 never
 * leaves the module.
 */
public final class TorchModule implements AutoCloseable {
  private final Model model;
  private final PtNDManager manager;

  private TorchModule(Model model) {
    this.model = model;
    this.manager = (PtNDManager) model.getNDManager();
  }

  /** Loads an archive of {@link TorchScriptArchive} onto a device. */
  public static TorchModule load(byte[] archive, ComputeDevice device) {
    Model model = Model.newInstance("decoder", djl(device), EngineSetup.load().getEngineName());
    try {
      model.load(new ByteArrayInputStream(archive));
      return new TorchModule(model);
    } catch (IOException e) {
      model.close();
      throw new UncheckedIOException(e);
    } catch (MalformedModelException e) {
      model.close();
      throw new IllegalStateException(
          "the engine rejects the decoder's source: " + e.getMessage(), e);
    }
  }

  static String engineVersion() {
    return EngineSetup.load().getVersion();
  }

  static int gpuCount() {
    return EngineSetup.load().getGpuCount();
  }

  private static Device djl(ComputeDevice device) {
    return device.isGpu() ? Device.gpu(device.index()) : Device.cpu();
  }

  /** Whether the device, or the machine, ran out of memory; then a smaller batch may do. */
  public static boolean isOutOfMemory(Throwable error) {
    String message = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
    return error instanceof EngineException
        && (message.contains("out of memory")
            || message.contains("can't allocate memory")
            || message.contains("not enough memory"));
  }

  public boolean isOnGpu() {
    return manager.getDevice().isGpu();
  }

  PtSymbolBlock block() {
    return (PtSymbolBlock) model.getBlock();
  }

  /** Of arrays that live as long as the module. */
  PtNDManager manager() {
    return manager;
  }

  /** A scope for the arrays of one call; on the module's device. */
  public PtNDManager scope() {
    return (PtNDManager) manager.newSubManager();
  }

  /** A method's result as arrays of {@code scope}. */
  public NDList call(PtNDManager scope, String method, IValue... arguments) {
    JniUtils.setGraphExecutorOptimize(false); // a setting of the thread
    try (IValue result = run(method, arguments)) {
      return result.toNDList(scope);
    } finally {
      Arrays.stream(arguments).forEach(IValue::close);
    }
  }

  /**
   * The result of a method that records gradients; its arguments are arrays.
   *
   * @param scope of the arguments and the result
   */
  public NDList callRecording(PtNDManager scope, String method, NDArray... arguments) {
    JniUtils.setGraphExecutorOptimize(false);
    NDArray named = scope.create(0f); // how the engine's Java side is told which method to run
    named.setName("module_method:" + method);
    NDList inputs = new NDList(named);
    inputs.addAll(List.of(arguments));
    boolean before = JniUtils.isGradMode(); // a setting of the thread, too
    JniUtils.setGradMode(true);
    try {
      return NativeCalls.run(() -> IValueUtils.forward(block(), inputs, true));
    } finally {
      JniUtils.setGradMode(before);
    }
  }

  private IValue run(String method, IValue... arguments) {
    return NativeCalls.run(() -> IValueUtils.runMethod(block(), method, arguments));
  }

  /** A method's whole number. */
  public long callForLong(String method, IValue... arguments) {
    JniUtils.setGraphExecutorOptimize(false);
    try (IValue result = run(method, arguments)) {
      return result.toLong();
    } finally {
      Arrays.stream(arguments).forEach(IValue::close);
    }
  }

  /** Whole numbers as an array of {@code scope}. */
  public static PtNDArray array(NDManager scope, long[] numbers, Shape shape) {
    return (PtNDArray) scope.create(LongBuffer.wrap(numbers), shape, DataType.INT64);
  }

  @Override
  public void close() {
    model.close();
  }
}
