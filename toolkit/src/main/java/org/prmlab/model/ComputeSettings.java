package org.prmlab.model;

import java.util.List;

/** Where and in which number format a model computes. */
public record ComputeSettings(ComputeDevice device, Precision precision) {
  /** A GPU where there is one; the precision that suits the device. */
  public static ComputeSettings withDefaults() {
    return new ComputeSettings(ComputeDevice.automatic(), Precision.AUTO);
  }

  /** These settings for each device they name: for {@code auto} every GPU there is. */
  public List<ComputeSettings> perDevice() {
    return device.all().stream().map(d -> new ComputeSettings(d, precision)).toList();
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
    return new ComputeSettings(ComputeDevice.named(spelling), precision);
  }

  public ComputeSettings withPrecision(Precision precision) {
    return new ComputeSettings(device, precision);
  }
}
