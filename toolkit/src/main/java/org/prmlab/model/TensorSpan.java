package org.prmlab.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.prmlab.model.WeightSlot.Part;
import org.prmlab.model.weights.ElementType;
import org.prmlab.model.weights.StoredTensor;

/**
 * Numbers that lie one behind the other in a file.
 *
 * @param type their format
 * @param first index of the first, with the file's first byte as number 0
 * @param count how many
 * @param place the checkpoint's own file, or a copy of the tensor alone
 */
record TensorSpan(Path file, ElementType type, long first, long count, Place place) {
  enum Place {
    ORIGINAL,
    COPY
  }

  /**
   * The wanted rows of a tensor. The format allows tensors at odd offsets, but the engine maps them
   * from an even start only: such a tensor is copied into a file of its own.
   *
   * @param columns numbers a row; 0 for a vector
   */
  static TensorSpan of(StoredTensor tensor, Part part, int columns) {
    int bytes = tensor.type().bytes();
    boolean aligned = tensor.offset() % bytes == 0;
    long width = Math.max(1, columns);
    long start = (aligned ? tensor.offset() / bytes : 0) + part.firstRow() * width;
    return new TensorSpan(
        aligned ? tensor.file() : copy(tensor),
        tensor.type(),
        start,
        part.rows() * width,
        aligned ? Place.ORIGINAL : Place.COPY);
  }

  /** Whether these come right behind the others. */
  boolean follows(TensorSpan other) {
    return file.equals(other.file) && type == other.type && first == other.first + other.count;
  }

  boolean copied() {
    return place == Place.COPY;
  }

  /** How many numbers of this format the whole file holds. */
  long fileSize() {
    try {
      return Files.size(file) / type.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a copy. */
  void delete() {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path copy(StoredTensor tensor) {
    try (var in = FileChannel.open(tensor.file(), StandardOpenOption.READ)) {
      Path copy = Files.createTempFile("prmlab", ".tensor");
      try (var out = FileChannel.open(copy, StandardOpenOption.WRITE)) {
        for (long done = 0; done < tensor.bytes(); ) {
          done += in.transferTo(tensor.offset() + done, tensor.bytes() - done, out);
        }
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
