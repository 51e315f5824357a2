package org.prmlab.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file whole or not at all: beside it first, on the disk, then renamed into place. Whoever
 * is killed on the way leaves the old file as it was.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** What writes the bytes. */
  @FunctionalInterface
  public interface Content {
    void writeTo(FileChannel out) throws IOException;
  }

  /** What makes all the bytes of a small file, such as a JSON mapper. */
  @FunctionalInterface
  public interface Bytes {
    byte[] make() throws IOException;
  }

  /** What makes a file at a path beside its own. */
  @FunctionalInterface
  public interface Maker {
    void make(Path beside) throws IOException;
  }

  /** Writes or replaces a small file. */
  public static void writeBytes(Path file, Bytes bytes) {
    write(
        file,
        out -> {
          for (ByteBuffer rest = ByteBuffer.wrap(bytes.make()); rest.hasRemaining(); ) {
            out.write(rest);
          }
        });
  }

  /** Writes or replaces a file; its folder is made if it is not there. */
  public static void write(Path file, Content content) {
    replace(
        file,
        beside -> {
          try (FileChannel out =
              FileChannel.open(
                  beside,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.TRUNCATE_EXISTING,
                  StandardOpenOption.WRITE)) {
            content.writeTo(out);
            out.force(true);
          }
        });
  }

  /** Makes a file by what writes to a path; its folder is made if it is not there. */
  public static void replace(Path file, Maker maker) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path beside = file.resolveSibling(file.getFileName() + ".part");
      maker.make(beside);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
