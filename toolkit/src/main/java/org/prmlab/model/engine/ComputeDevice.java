package org.prmlab.model.engine;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Where a model computes: the CPU, one GPU, or, by default, the GPUs if there are any.
 *
 * @param kind CPU, GPU or whichever is there
 * @param index of the GPU, from 0
 */
public record ComputeDevice(Kind kind, int index) {
  private static final Pattern SPELLING = Pattern.compile("(auto|cpu|gpu)(?::(\\d{1,3}))?");

  /** Which sort of device. */
  public enum Kind {
    AUTO,
    CPU,
    GPU
  }

  /** Every GPU for work that can be shared out, else the first; the CPU where there is none. */
  public static ComputeDevice automatic() {
    return new ComputeDevice(Kind.AUTO, 0);
  }

  /**
   * The device spelled {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:1}.
   *
   * @throws IllegalArgumentException for another spelling
   */
  public static ComputeDevice named(String spelling) {
    Matcher parts = SPELLING.matcher(spelling);
    if (!parts.matches() || (parts.group(2) != null && !"gpu".equals(parts.group(1)))) {
      throw new IllegalArgumentException(
          "device '" + spelling + "'; expected auto, cpu, gpu or gpu:1");
    }
    int index = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
    return switch (parts.group(1)) {
      case "cpu" -> new ComputeDevice(Kind.CPU, 0);
      case "gpu" -> new ComputeDevice(Kind.GPU, index);
      default -> automatic();
    };
  }

  public boolean isGpu() {
    return kind == Kind.GPU;
  }

  /** This device if it is there; what {@code auto} stands for on this machine. */
  public ComputeDevice resolved() {
    int gpus = TorchModule.gpuCount();
    if (kind == Kind.AUTO) {
      return gpus > 0 ? new ComputeDevice(Kind.GPU, 0) : new ComputeDevice(Kind.CPU, 0);
    }
    if (kind == Kind.GPU && index >= gpus) {
      throw new IllegalArgumentException(
          "device %s, but the engine sees %d GPUs; use the cpu or install the CUDA build"
              .formatted(this, gpus));
    }
    return this;
  }

  /** The devices this stands for on this machine: {@code auto} is every GPU, else the CPU. */
  public List<ComputeDevice> all() {
    int gpus = TorchModule.gpuCount();
    return kind == Kind.AUTO && gpus > 1
        ? IntStream.range(0, gpus).mapToObj(i -> new ComputeDevice(Kind.GPU, i)).toList()
        : List.of(resolved());
  }

  @Override
  public String toString() {
    return switch (kind) {
      case AUTO -> "auto";
      case CPU -> "cpu";
      case GPU -> "gpu:" + index;
    };
  }
}
