package org.prmlab.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.prmlab.model.engine.ComputeDevice;
import org.prmlab.model.weights.ElementType;

/** The number format a model computes in. Scores always leave it as 32-bit floats. */
public enum Precision {
  /** As saved on a GPU; on a CPU bfloat16 where it has instructions for it, else float32. */
  AUTO("auto"),
  FLOAT32("float32"),
  FLOAT16("float16"),
  BFLOAT16("bfloat16");

  private final String spelling;

  Precision(String spelling) {
    this.spelling = spelling;
  }

  /**
   * The precision spelled as transformers does, e.g. {@code bfloat16}.
   *
   * @throws IllegalArgumentException for another word
   */
  public static Precision named(String spelling) {
    return Arrays.stream(values())
        .filter(p -> p.spelling.equals(spelling.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "dtype '%s'; expected one of %s"
                        .formatted(
                            spelling,
                            Arrays.stream(values())
                                .map(Precision::toString)
                                .collect(Collectors.joining(", ")))));
  }

  /** The format to compute in, given the device and the format the weights are saved in. */
  ElementType on(ComputeDevice device, ElementType saved) {
    return switch (this) {
      case FLOAT32 -> ElementType.F32;
      case FLOAT16 -> ElementType.F16;
      case BFLOAT16 -> ElementType.BF16;
      case AUTO ->
          device.isGpu() || (saved == ElementType.BF16 && cpuKnowsBfloat16())
              ? saved
              : ElementType.F32;
    };
  }

  private static boolean cpuKnowsBfloat16() {
    try {
      String flags = Files.readString(Path.of("/proc/cpuinfo"));
      return flags.contains(" amx_bf16") || flags.contains(" avx512_bf16");
    } catch (java.io.IOException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return spelling;
  }
}
