package org.prmlab.model.weights;

import java.util.Arrays;
import java.util.Optional;

/**
 * Number formats of safetensors files.
 *
 * <p>The engine's own number for each (PyTorch's {@code ScalarType}) is what the decoder's source
 * speaks; a weight must be one of the three floating-point formats a checkpoint is trained in.
 */
public enum ElementType {
  F32(4, 6),
  F16(2, 5),
  BF16(2, 15),
  F64(8, 7),
  I64(8, 4),
  U64(8, -1),
  I32(4, 3),
  U32(4, -1),
  I16(2, 2),
  U16(2, -1),
  I8(1, 1),
  U8(1, 0),
  BOOL(1, 11),
  F8_E4M3(1, -1),
  F8_E5M2(1, -1);

  private final int bytes;
  private final int engineCode;

  ElementType(int bytes, int engineCode) {
    this.bytes = bytes;
    this.engineCode = engineCode;
  }

  static Optional<ElementType> named(String name) {
    return Arrays.stream(values()).filter(t -> t.name().equals(name)).findFirst();
  }

  public int bytes() {
    return bytes;
  }

  public int engineCode() {
    return engineCode;
  }

  public boolean isWeight() {
    return this == F32 || this == F16 || this == BF16;
  }
}
