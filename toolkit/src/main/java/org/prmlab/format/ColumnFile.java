package org.prmlab.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.prmlab.data.ColumnRequest;
import org.prmlab.data.DatasetCard;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.SolutionColumns;

/**
 * A file of solutions held as columns of numbers, of which single solutions can be read again.
 *
 * <p>Where the file is JSONL of the toolkit's own records or of ProcessBench's, a solution is read
 * from its position: at once if the file is plain, after decompressing what stands before it if it
 * is compressed. Of every other file the records before it are read once more.
 */
public final class ColumnFile {
  private final Path path;
  private final RecordFormat format;
  private final ColumnReader.Noted read;
  private final boolean aside;

  private ColumnFile(Path path, RecordFormat format, ColumnReader reader) {
    this.path = path;
    this.format = format;
    this.aside = reader.setsAside();
    this.read = reader.readNoted(path, format);
  }

  /**
   * Reads a file of any format, which its first record tells.
   *
   * @throws FormatException if the file cannot be read, a record is bad, or two have the same id
   */
  public static ColumnFile read(Path path, ColumnRequest request) {
    return read(path, Formats.detect(path), ColumnReader.of(request));
  }

  /** {@link #read(Path, ColumnRequest)} for pages, whose kernel knows no {@code Path}. */
  public static ColumnFile read(String file, ColumnRequest request) {
    return read(Path.of(file), request);
  }

  /** Reads a file of a known format, with the settings of {@code reader}. */
  public static ColumnFile read(Path path, RecordFormat format, ColumnReader reader) {
    return new ColumnFile(path, format, reader);
  }

  /** Name, format and hash of the file, which is read for it, and what must be known of it. */
  public DatasetCard card() {
    return StepFiles.card(path, format).withNotes(read.notes());
  }

  /** What must be known of the file: one sentence each. */
  public List<String> notes() {
    return read.notes();
  }

  /** The columns, in file order. */
  public SolutionColumns columns() {
    return read.columns();
  }

  /** Where the file is. */
  public Path path() {
    return path;
  }

  /** By what it is read. */
  public RecordFormat format() {
    return format;
  }

  /** Whether bad records were passed over, as they are when it is read again. */
  public boolean setsAside() {
    return aside;
  }

  /**
   * Reads one solution again.
   *
   * @param index its place in the columns, counted from 0
   * @throws IndexOutOfBoundsException if there are not so many
   * @throws FormatException if the file cannot be read twice, or has changed
   */
  public LabeledSolution solution(int index) {
    return solutions(index).values().iterator().next();
  }

  /**
   * Reads some solutions again, in one pass where the file is not read by position.
   *
   * @param indices their places in the columns, counted from 0
   * @return the solutions by place, in file order
   */
  public Map<Integer, LabeledSolution> solutions(int... indices) {
    if (!Files.isRegularFile(path) && !Files.isDirectory(path) && Files.exists(path)) {
      throw FormatException.of(
          path.toString(), "cannot be read a second time; expected a file: save the stream as one");
    }
    int[] wanted = IntStream.of(indices).sorted().distinct().toArray();
    for (int index : wanted) {
      if (index < 0 || index >= columns().size()) {
        throw new IndexOutOfBoundsException(
            "solution %d of %d, counted from 0".formatted(index, columns().size()));
      }
    }
    Map<Integer, LabeledSolution> found = new LinkedHashMap<>();
    if (read.fileEnds().isEmpty()) {
      readThrough(wanted, found);
    } else {
      Arrays.stream(wanted).forEach(index -> found.put(index, same(index, at(index))));
    }
    return found;
  }

  private void readThrough(int[] wanted, Map<Integer, LabeledSolution> found) {
    BadRecords badRecords = aside ? (fault, record) -> {} : BadRecords.stop();
    try (UniqueSolutions reader = UniqueSolutions.open(path, format, badRecords)) {
      int next = 0;
      for (int index : wanted) {
        while (next < index && reader.hasNext()) {
          reader.next();
          next++;
        }
        found.put(index, same(index, reader.next()));
        next++;
      }
    } catch (NoSuchElementException e) {
      throw changed();
    }
  }

  private LabeledSolution at(int index) {
    int file = 0;
    while (index >= read.fileEnds().get(file)) {
      file++;
    }
    Path part = DataFiles.of(path).files().get(file);
    try (InputStream bytes = RecordFile.lines(part)) {
      bytes.skipNBytes(columns().position(index));
      Lines lines = new Lines(bytes);
      if (!lines.next()) {
        throw changed();
      }
      RecordLine line =
          RecordLine.decoded(part.toString(), 0, Arrays.copyOf(lines.bytes(), lines.length()));
      return line.solution(format);
    } catch (FormatException | IOException e) {
      throw changed();
    }
  }

  /** The solution, if its id is that of the columns. */
  private LabeledSolution same(int index, LabeledSolution solution) {
    if (!solution.solution().id().equals(columns().ids().get(index))) {
      throw changed();
    }
    return solution;
  }

  private FormatException changed() {
    return FormatException.of(
        path.toString(), "has changed since its columns were read; read it again");
  }
}
