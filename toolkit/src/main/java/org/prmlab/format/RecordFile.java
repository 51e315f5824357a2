package org.prmlab.format;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Opens files of records: a JSON array, JSONL, or one JSON object after the other, plain or
 * compressed by gzip or zstd, or Parquet, told apart by content.
 */
final class RecordFile {
  private static final String EMPTY =
      "is empty; expected a JSON array of records or one record a line";
  private static final int[] PARQUET = {'P', 'A', 'R', '1'};
  private static final int[] BYTE_ORDER_MARK = {0xef, 0xbb, 0xbf};

  private RecordFile() {}

  /**
   * The records of {@code path}.
   *
   * @throws FormatException if the file cannot be opened, is empty, or does not start as JSON does
   */
  static RecordSource open(Path path) {
    DataFiles data = DataFiles.of(path);
    if (data.files().size() > 1) {
      return new ShardRecords(data.files());
    }
    Path file = data.files().get(0);
    try {
      InputStream bytes = DataBytes.open(file);
      if (DataBytes.startsWith(bytes, PARQUET)) {
        bytes.close();
        return ParquetRecords.open(file);
      }
      return open(file.toString(), bytes);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Whether a file begins as Parquet does. */
  static boolean isParquet(Path file) throws IOException {
    try (InputStream bytes = DataBytes.open(file)) {
      return DataBytes.startsWith(bytes, PARQUET);
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
   * The text of one JSONL file, decompressed.
   *
   * @throws FormatException if the file is empty or no JSONL
   */
  static InputStream lines(Path path) throws IOException {
    InputStream bytes = DataBytes.open(path);
    int first = firstCharacter(path.toString(), bytes);
    if (first == '{') {
      return bytes;
    }
    bytes.close();
    throw FormatException.of(
        path.toString(),
        first < 0 ? EMPTY : "is no JSONL; columns are read from one record a line, in braces");
  }

  /** The records of a stream that is plain text; {@code file} is its name in faults. */
  static RecordSource open(String file, InputStream bytes) throws IOException {
    try {
      if (DataBytes.startsWith(bytes, BYTE_ORDER_MARK)) {
        bytes.skipNBytes(BYTE_ORDER_MARK.length);
      }
      return switch (firstCharacter(file, bytes)) {
        case '[' -> JsonStreamRecords.ofArray(file, bytes);
        case '{' ->
            isSpreadOverLines(bytes)
                ? JsonStreamRecords.ofSequence(file, bytes)
                : new JsonLineRecords(file, bytes);
        case -1 -> throw FormatException.of(file, EMPTY);
        default -> throw FormatException.at(file, 1, DataBytes.described(bytes));
      };
    } catch (IOException | FormatException e) {
      bytes.close();
      throw e;
    }
  }

  /**
   * Whether the first record goes on after its first line, as an indented one does: that line ends
   * where no record can end.
   */
  private static boolean isSpreadOverLines(InputStream in) throws IOException {
    in.mark(DataBytes.BUFFER);
    try {
      return endsOpen(in);
    } catch (IOException e) {
      return false; // the reader meets it again, and says at which record
    } finally {
      in.reset();
    }
  }

  private static boolean endsOpen(InputStream in) throws IOException {
    int last = -1;
    boolean started = false;
    boolean ended = false;
    for (int read = 0; read < DataBytes.BUFFER && !ended; read++) {
      int c = in.read();
      ended = c < 0 || (c == '\n' && started);
      if (!ended && c != ' ' && c != '\t' && c != '\r' && c != '\n') {
        started = true;
        last = c;
      }
    }
    return ended && (last == '{' || last == '[' || last == ',');
  }

  private static int firstCharacter(String file, InputStream in) throws IOException {
    in.mark(DataBytes.BUFFER);
    for (int read = 0; read < DataBytes.BUFFER; read++) {
      int c = in.read();
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        in.reset();
        return c;
      }
    }
    throw FormatException.at(file, 1, "starts with " + DataBytes.BUFFER + " blanks; expected JSON");
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
