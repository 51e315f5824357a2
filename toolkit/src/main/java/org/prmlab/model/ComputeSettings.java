package org.prmlab.model;

import java.util.List;
import java.util.OptionalInt;
import org.prmlab.model.engine.ComputeDevice;

/**
 * Where and in which number format a model computes.
 *
 * @param threads of the CPU that it uses, at least 1; absent for all. Batches, and with them the
 *     last digits of a score, depend on how many there are
 */
public record ComputeSettings(ComputeDevice device, Precision precision, OptionalInt threads) {
  public ComputeSettings {
    if (threads.isPresent() && threads.getAsInt() < 1) {
      throw new IllegalArgumentException(
          threads.getAsInt() + " threads; at least 1 needed to compute with");
    }
  }

  /** A GPU where there is one; the precision that suits the device; all threads. */
  public static ComputeSettings withDefaults() {
    return new ComputeSettings(ComputeDevice.automatic(), Precision.AUTO, OptionalInt.empty());
  }

  /** These settings for each device they name: for {@code auto} every GPU there is. */
  public List<ComputeSettings> perDevice() {
    return device.all().stream().map(this::withDevice).toList();
  }

  /**
   * The kind of device and the number format a checkpoint is computed in, with what stands for
   * "automatic" spelled out: the last digits of a score depend on these.
   */
  public String arithmetic(Checkpoint checkpoint) {
    ComputeDevice one = device.all().get(0);
    return (one.isGpu() ? "gpu " : "cpu ") + precision.on(one, checkpoint.savedIn());
  }

  /** On this device: {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:1}. */
  public ComputeSettings withDevice(String spelling) {
    return withDevice(ComputeDevice.named(spelling));
  }

  public ComputeSettings withDevice(ComputeDevice device) {
    return new ComputeSettings(device, precision, threads);
  }

  public ComputeSettings withPrecision(Precision precision) {
    return new ComputeSettings(device, precision, threads);
  }

  /** With so many threads of the CPU: on any machine the same batches. */
  public ComputeSettings withThreads(int threads) {
    return new ComputeSettings(device, precision, OptionalInt.of(threads));
  }
}
