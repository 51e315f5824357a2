package org.prmlab.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A long result, one record a line, that outlives being killed: record k belongs to input k, named
 * by its {@code id}, and carries the {@code configuration} that made it. Lines are appended whole;
 * a partial last line is dropped when the file is opened again, and another configuration or
 * another input is refused.
 */
public final class ResumableJsonLines implements Closeable {
  private final Path path;
  private final FileChannel channel;
  private final String configuration;
  private final List<String> ids;
  private int done;

  private ResumableJsonLines(
      Path path, FileChannel channel, String configuration, List<String> ids) {
    this.path = path;
    this.channel = channel;
    this.configuration = configuration;
    this.ids = ids;
  }

  /**
   * Opens a file, new or begun by an earlier run.
   *
   * @param configuration fingerprint of everything that decides the records
   * @param ids of the inputs, in order
   * @throws FormatException if the file holds something else, or another process writes to it
   */
  public static ResumableJsonLines open(Path path, String configuration, List<String> ids) {
    try {
      FileChannel channel =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      var lines = new ResumableJsonLines(path, channel, configuration, List.copyOf(ids));
      try {
        lines.lock();
        lines.resume();
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void lock() throws IOException {
    try {
      if (channel.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      // the same process holds it: the same answer
    }
    throw FormatException.of(path.toString(), "another run writes to it; wait or choose another");
  }

  /** Reads block by block; what follows the last line end is cut off. */
  private void resume() throws IOException {
    ByteBuffer block = ByteBuffer.allocate(1 << 16);
    var line = new ByteArrayOutputStream();
    long whole = 0;
    while (channel.read(block) >= 0) {
      block.flip();
      while (block.hasRemaining()) {
        byte next = block.get();
        if (next == '\n') {
          whole += line.size() + 1;
          check(line.toString(StandardCharsets.UTF_8));
          line.reset();
        } else {
          line.write(next);
        }
      }
      block.clear();
    }
    channel.truncate(whole);
    channel.position(whole);
  }

  private void check(String line) {
    String place = path + ":" + (done + 1);
    JsonNode record;
    try {
      record = Json.MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw FormatException.of(place, Json.fault(e));
    }
    String found = record.path("configuration").asText("");
    if (!found.equals(configuration)) {
      throw FormatException.of(
          place,
          "was made by configuration '%s', this run is '%s'; results do not mix: choose another file"
              .formatted(Excerpt.of(found), configuration));
    }
    String id = record.path("id").asText("");
    if (done >= ids.size() || !ids.get(done).equals(id)) {
      throw FormatException.of(
          place,
          "has id '%s', the input there '%s'; results do not mix: choose another file"
              .formatted(Excerpt.of(id), done < ids.size() ? Excerpt.of(ids.get(done)) : "(none)"));
    }
    done++;
  }

  /** How many records are there. */
  public int done() {
    return done;
  }

  /**
   * Appends the next record; {@code id} and {@code configuration} are put in front of its fields.
   *
   * @throws UncheckedIOException if the disk fails
   */
  public void append(ObjectNode record) {
    ObjectNode line = Json.MAPPER.createObjectNode();
    line.put("id", ids.get(done)).put("configuration", configuration);
    line.setAll(record);
    line.put("id", ids.get(done));
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(Json.MAPPER.writeValueAsString(line) + "\n");
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    done++;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
