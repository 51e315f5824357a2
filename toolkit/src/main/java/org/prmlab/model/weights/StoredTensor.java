package org.prmlab.model.weights;

import java.nio.file.Path;
import java.util.List;

/**
 * Where one tensor lies in a safetensors file; nothing of it is read yet.
 *
 * @param shape rows first; empty for a single number
 * @param offset of its first byte, from the start of the file
 */
public record StoredTensor(
    String name, Path file, ElementType type, List<Long> shape, long offset) {
  public StoredTensor {
    shape = List.copyOf(shape);
  }

  /** How many numbers it has. */
  long size() {
    return shape.stream().reduce(1L, (a, b) -> a * b);
  }

  public long bytes() {
    return size() * type.bytes();
  }
}
