package org.prmlab.model;

/** Where and in which number format a model computes. */
public record ComputeSettings(ComputeDevice device, Precision precision) {
  /** A GPU where there is one; the precision that suits the device. */
  public static ComputeSettings withDefaults() {
    return new ComputeSettings(ComputeDevice.automatic(), Precision.AUTO);
  }

  /** On this device: {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:1}. */
  public ComputeSettings withDevice(String spelling) {
    return new ComputeSettings(ComputeDevice.named(spelling), precision);
  }

  public ComputeSettings withPrecision(Precision precision) {
    return new ComputeSettings(device, precision);
  }
}
