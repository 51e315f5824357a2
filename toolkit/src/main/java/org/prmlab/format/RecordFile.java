package org.prmlab.format;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Opens a file of records: a JSON array or JSONL, plain or gzip, or Parquet, told apart by content.
 */
final class RecordFile {
  private static final String EMPTY =
      "is empty; expected a JSON array of records or one record a line";
  private static final int BUFFER = 1 << 16;
  private static final int[] GZIP = {0x1f, 0x8b};
  private static final int[] PARQUET = {'P', 'A', 'R', '1'};
  private static final int[] BYTE_ORDER_MARK = {0xef, 0xbb, 0xbf};

  private RecordFile() {}

  /**
   * The records of {@code path}.
   *
   * @throws FormatException if the file cannot be opened, is empty, or does not start as JSON does
   */
  static RecordSource open(Path path) {
    try {
      InputStream bytes = bytes(path);
      if (startsWith(bytes, PARQUET)) {
        bytes.close();
        return ParquetRecords.open(path);
      }
      return open(path.toString(), bytes);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /**
   * Hands over every record, in file order, until one is bad.
   *
   * @throws FormatException if the file cannot be read or a record is bad
   */
  static void forEach(Path path, Consumer<JsonRecord> action) {
    try (RecordSource source = open(path)) {
      Optional<JsonRecord> record = source.next();
      while (record.isPresent()) {
        action.accept(record.get());
        record = source.next();
      }
    } catch (RecordSource.MalformedRecord e) {
      throw e.fault;
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /**
   * The text of a JSONL file, unzipped.
   *
   * @throws FormatException if the file is empty or no JSONL
   */
  static InputStream lines(Path path) throws IOException {
    InputStream bytes = bytes(path);
    int first = firstCharacter(path.toString(), bytes);
    if (first == '{') {
      return bytes;
    }
    bytes.close();
    throw FormatException.of(
        path.toString(),
        first < 0 ? EMPTY : "is no JSONL; columns are read from one record a line, in braces");
  }

  private static InputStream bytes(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw FormatException.of(path.toString(), "is a folder; expected a file of records");
    }
    InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
    try {
      return startsWith(file, GZIP)
          ? new BufferedInputStream(new GZIPInputStream(file, BUFFER), BUFFER)
          : file;
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** The records of a stream that is plain text; {@code file} is its name in faults. */
  static RecordSource open(String file, InputStream bytes) throws IOException {
    try {
      if (startsWith(bytes, BYTE_ORDER_MARK)) {
        bytes.skipNBytes(BYTE_ORDER_MARK.length);
      }
      return switch (firstCharacter(file, bytes)) {
        case '[' -> new JsonArrayRecords(file, bytes);
        case '{' -> new JsonLineRecords(file, bytes);
        case -1 -> throw FormatException.of(file, EMPTY);
        default ->
            throw FormatException.at(
                file,
                1,
                "does not start as JSON; expected '[' (an array) or '{' (one record a line)");
      };
    } catch (IOException | FormatException e) {
      bytes.close();
      throw e;
    }
  }

  private static boolean startsWith(InputStream in, int[] magic) throws IOException {
    in.mark(magic.length);
    boolean same = true;
    for (int expected : magic) {
      same &= in.read() == expected;
    }
    in.reset();
    return same;
  }

  private static int firstCharacter(String file, InputStream in) throws IOException {
    in.mark(BUFFER);
    for (int read = 0; read < BUFFER; read++) {
      int c = in.read();
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        in.reset();
        return c;
      }
    }
    throw FormatException.at(file, 1, "starts with " + BUFFER + " blanks; expected JSON");
  }

  /** What an error of the operating system means for the user. */
  static FormatException unreadable(Path path, IOException e) {
    String file = path.toString();
    if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
      return FormatException.of(file, "no such file; check the path");
    }
    if (e instanceof AccessDeniedException) {
      return FormatException.of(
          file, "no permission to read it; expected a readable file (try: chmod u+r)");
    }
    return broken(file, 0, e);
  }

  /** Bytes that end or break before the records do. */
  static FormatException broken(String file, long line, IOException e) {
    String problem = "cannot be read (" + e.getMessage() + "); is the download complete?";
    return line > 0 ? FormatException.at(file, line, problem) : FormatException.of(file, problem);
  }
}
