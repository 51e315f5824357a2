package org.prmlab.model.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.prmlab.model.folder.CheckpointException;

/**
 * Reads and checks the header of a safetensors file: eight bytes of length, a JSON object of names,
 * formats, shapes and offsets, then the numbers. Everything is checked before any number is mapped:
 * lengths, formats, that shapes fill their offsets, and that tensors neither overlap nor leave
 * gaps.
 *
 * @see <a href="https://huggingface.co/docs/safetensors">the format</a>
 */
public final class SafetensorsHeader {
  private static final long LONGEST = 100_000_000; // bytes; the format's own limit
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Path file;
  private final long dataStart;
  private final long dataSize;
  private final JsonNode json;

  private SafetensorsHeader(Path file, long headerLength, long fileSize, JsonNode json) {
    this.file = file;
    this.dataStart = 8 + headerLength;
    this.dataSize = fileSize - dataStart;
    this.json = json;
  }

  /**
   * The tensors of a file, in the order of their bytes.
   *
   * @throws CheckpointException for anything that does not fit the format
   */
  public static List<StoredTensor> read(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      long length = headerLength(file, channel, size);
      byte[] text = readFully(channel, 8, (int) length);
      return new SafetensorsHeader(file, length, size, parse(file, text)).tensors();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words a file's header says about the file as a whole. */
  public static Map<String, String> metadata(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long length = headerLength(file, channel, channel.size());
      Map<String, String> words = new LinkedHashMap<>();
      parse(file, readFully(channel, 8, (int) length))
          .path("__metadata__")
          .properties()
          .forEach(entry -> words.put(entry.getKey(), entry.getValue().asText()));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long headerLength(Path file, FileChannel channel, long size) throws IOException {
    if (size < 8) {
      throw CheckpointException.at(
          file, "%d bytes, too short for a safetensors file; download it again", size);
    }
    long length =
        ByteBuffer.wrap(readFully(channel, 0, 8)).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 2 || length > LONGEST) {
      throw CheckpointException.at(
          file,
          "header of %s bytes, expected 2 to %d; is this a safetensors file?",
          Long.toUnsignedString(length),
          LONGEST);
    }
    if (length > size - 8) {
      throw CheckpointException.at(
          file,
          "header of %d bytes in a file of %d; the file is truncated, download it again",
          length,
          size);
    }
    return length;
  }

  private static byte[] readFully(FileChannel channel, long position, int length)
      throws IOException {
    byte[] bytes = new byte[length];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {}
    return bytes;
  }

  private static JsonNode parse(Path file, byte[] text) throws IOException {
    try {
      JsonNode json = JSON.readTree(text);
      if (!json.isObject()) {
        throw CheckpointException.at(file, "header is not a JSON object; download it again");
      }
      return json;
    } catch (JsonProcessingException e) {
      throw CheckpointException.because(
          file, "header is not valid JSON (" + e.getOriginalMessage() + "); download it again", e);
    }
  }

  private List<StoredTensor> tensors() {
    List<StoredTensor> tensors = new ArrayList<>();
    for (var entry : json.properties()) {
      if (!entry.getKey().equals("__metadata__")) {
        tensors.add(tensor(entry.getKey(), entry.getValue()));
      }
    }
    tensors.sort(
        Comparator.comparingLong(StoredTensor::offset).thenComparingLong(StoredTensor::bytes));
    checkTiling(tensors);
    return tensors;
  }

  private StoredTensor tensor(String name, JsonNode entry) {
    String format = entry.path("dtype").asText("");
    ElementType type =
        ElementType.named(format)
            .orElseThrow(
                () ->
                    CheckpointException.at(
                        file, "tensor '%s' has dtype '%s'; expected F32, F16, BF16", name, format));
    long[] shape = numbers(name, "shape", entry.path("shape"));
    long[] offsets = numbers(name, "data_offsets", entry.path("data_offsets"));
    if (offsets.length != 2 || offsets[0] > offsets[1] || offsets[1] > dataSize) {
      throw CheckpointException.at(
          file,
          "tensor '%s' has data_offsets %s, outside the file's %d data bytes; download it again",
          name,
          entry.path("data_offsets"),
          dataSize);
    }
    if (bytes(shape, type) != offsets[1] - offsets[0]) {
      throw CheckpointException.at(
          file,
          "tensor '%s' of shape %s and dtype %s has %d bytes; expected as many as the shape holds",
          name,
          entry.path("shape"),
          type,
          offsets[1] - offsets[0]);
    }
    List<Long> dimensions = LongStream.of(shape).boxed().toList();
    return new StoredTensor(name, file, type, dimensions, dataStart + offsets[0]);
  }

  /** Bytes of a shape; -1 if too many for a long. */
  private static long bytes(long[] shape, ElementType type) {
    try {
      return LongStream.of(shape).reduce(type.bytes(), Math::multiplyExact);
    } catch (ArithmeticException e) {
      return -1;
    }
  }

  private long[] numbers(String name, String field, JsonNode list) {
    long[] numbers = new long[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      JsonNode number = list.get(i);
      numbers[i] = number != null && number.canConvertToLong() ? number.longValue() : -1;
      if (number == null || !number.isIntegralNumber() || numbers[i] < 0) {
        throw CheckpointException.at(
            file, "tensor '%s' has %s %s; expected whole numbers >= 0", name, field, list);
      }
    }
    if (!list.isArray()) {
      throw CheckpointException.at(file, "tensor '%s' has no list named %s", name, field);
    }
    return numbers;
  }

  private void checkTiling(List<StoredTensor> tensors) {
    long end = dataStart;
    String before = "the header";
    for (StoredTensor tensor : tensors) {
      if (tensor.offset() != end) {
        throw CheckpointException.at(
            file,
            "tensor '%s' starts at data byte %d, expected %d (the end of %s): %s",
            tensor.name(),
            tensor.offset() - dataStart,
            end - dataStart,
            before,
            tensor.offset() < end ? "they overlap" : "there is a gap");
      }
      end += tensor.bytes();
      before = "'" + tensor.name() + "'";
    }
    if (end != dataStart + dataSize) {
      throw CheckpointException.at(
          file,
          "%d bytes follow the last tensor; expected none, download it again",
          dataStart + dataSize - end);
    }
  }
}
