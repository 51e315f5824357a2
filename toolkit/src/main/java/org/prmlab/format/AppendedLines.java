package org.prmlab.format;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of whole lines that one process at a time appends to. What follows the last line end, left
 * by a run that was killed, is cut off when the file is opened.
 */
final class AppendedLines implements Closeable {
  private final Path path;
  private final FileChannel channel;

  private AppendedLines(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Where a line lies.
   *
   * @param offset in bytes from the beginning of the file
   * @param length in bytes, without its line end
   */
  record Place(long offset, int length) {}

  /** Hears the lines that an earlier run left. */
  interface Reader {
    void read(Place place, String line);
  }

  /**
   * Opens a file, new or begun by an earlier run.
   *
   * @throws FormatException if another run writes to it, or the reader refuses a line
   */
  static AppendedLines open(Path path, Reader reader) {
    try {
      FileChannel channel =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      var lines = new AppendedLines(path, channel);
      try {
        lines.lock();
        lines.resume(reader);
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

  private void resume(Reader reader) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(1 << 16);
    var line = new ByteArrayOutputStream();
    long whole = 0;
    while (channel.read(block) >= 0) {
      block.flip();
      while (block.hasRemaining()) {
        byte next = block.get();
        if (next == '\n') {
          reader.read(new Place(whole, line.size()), line.toString(StandardCharsets.UTF_8));
          whole += line.size() + 1;
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

  /**
   * Appends a line.
   *
   * @throws UncheckedIOException if the disk fails
   */
  synchronized Place append(String line) {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(line + "\n");
    try {
      Place place = new Place(channel.position(), bytes.remaining() - 1);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      return place;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line that was read or appended. */
  String at(Place place) {
    ByteBuffer bytes = ByteBuffer.allocate(place.length());
    try {
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, place.offset() + bytes.position()) < 0) {
          throw FormatException.of(path.toString(), "was cut while it was read; run again");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new String(bytes.array(), StandardCharsets.UTF_8);
  }

  /** Removes the file; nothing can be appended after it. */
  void remove() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
