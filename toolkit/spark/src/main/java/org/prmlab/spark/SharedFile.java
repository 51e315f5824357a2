package org.prmlab.spark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.prmlab.format.FormatException;

/** A file of records on a path that every machine sees, and that Spark takes for what it is. */
record SharedFile(Path path) {
  private static final byte[] PARQUET = {'P', 'A', 'R', '1'};
  private static final byte[] GZIP = {0x1f, (byte) 0x8b};

  SharedFile {
    String name = String.valueOf(path.getFileName());
    if (!Files.isRegularFile(path)) {
      throw fault(path, "no such file; expected one on a path that every machine sees");
    }
    if (name.startsWith("_") || name.startsWith(".")) {
      throw fault(path, "begins with '_' or '.', which hides it from Spark; rename it");
    }
    boolean gzip = startsWith(path, GZIP);
    if (gzip != name.endsWith(".gz")) {
      throw fault(
          path,
          gzip
              ? "is gzip, which Spark knows by the name only; rename it to end in .gz"
              : "is not gzip, though its name ends in .gz; rename it");
    }
  }

  /** The file as the caller named it. */
  String name() {
    return path.toString();
  }

  /** Where it is, with the characters that Spark takes for patterns made plain. */
  String location() {
    return "file://" + path.toAbsolutePath().toString().replaceAll("([\\\\{}\\[\\]*?])", "\\\\$1");
  }

  boolean isParquet() {
    return startsWith(path, PARQUET);
  }

  private static boolean startsWith(Path file, byte[] magic) {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(magic.length), magic);
    } catch (IOException e) {
      throw fault(file, "cannot be read (" + e.getMessage() + ")");
    }
  }

  private static FormatException fault(Path file, String problem) {
    return FormatException.of(file.toString(), problem);
  }
}
