package org.prmlab.model.weights;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.prmlab.data.AtomicFile;

/**
 * Writes a safetensors file of float32 tensors, byte for byte as Python's {@code safetensors} does:
 * tensors sorted by name, the header padded with spaces to a multiple of eight bytes. Numbers are
 * asked for and written block by block, so that no tensor need be in memory as a whole.
 *
 * @see <a href="https://huggingface.co/docs/safetensors">the format</a>
 */
public final class SafetensorsWriter {
  private static final int BLOCK = 1 << 20; // numbers
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SafetensorsWriter() {}

  /** Gives some rows of a tensor, as one line of numbers. */
  @FunctionalInterface
  public interface RowSource {
    float[] rows(int start, int count);
  }

  /**
   * A tensor to write.
   *
   * @param shape rows first; one or two numbers
   */
  public record Entry(String name, List<Long> shape, RowSource source) {
    public Entry {
      shape = List.copyOf(shape);
    }

    int rows() {
      return Math.toIntExact(shape.get(0));
    }

    int columns() {
      return shape.size() == 1 ? 1 : Math.toIntExact(shape.get(1));
    }

    long bytes() {
      return (long) Float.BYTES * rows() * columns();
    }
  }

  /** Writes or replaces a file, whole or not at all. */
  public static void write(Path file, Map<String, String> metadata, List<Entry> entries) {
    List<Entry> sorted = entries.stream().sorted(Comparator.comparing(Entry::name)).toList();
    AtomicFile.write(
        file,
        out -> {
          writeFully(out, header(metadata, sorted));
          for (Entry entry : sorted) {
            writeNumbers(out, entry);
          }
        });
  }

  private static ByteBuffer header(Map<String, String> metadata, List<Entry> entries)
      throws IOException {
    ObjectNode json = JSON.createObjectNode();
    ObjectNode about = json.putObject("__metadata__");
    metadata.forEach(about::put);
    long offset = 0;
    for (Entry entry : entries) {
      ObjectNode tensor = json.putObject(entry.name()).put("dtype", "F32");
      entry.shape().forEach(tensor.putArray("shape")::add);
      tensor.putArray("data_offsets").add(offset).add(offset + entry.bytes());
      offset += entry.bytes();
    }
    byte[] text = JSON.writeValueAsBytes(json);
    int padded = (text.length + 7) / 8 * 8;
    ByteBuffer bytes = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(padded).put(text);
    return bytes.put(" ".repeat(padded - text.length).getBytes(StandardCharsets.US_ASCII)).flip();
  }

  private static void writeNumbers(WritableByteChannel out, Entry entry) throws IOException {
    int rowsPerBlock = Math.max(1, BLOCK / entry.columns());
    for (int start = 0; start < entry.rows(); start += rowsPerBlock) {
      int count = Math.min(rowsPerBlock, entry.rows() - start);
      float[] numbers = entry.source().rows(start, count);
      ByteBuffer bytes =
          ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(numbers);
      writeFully(out, bytes);
    }
  }

  private static void writeFully(WritableByteChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }
}
