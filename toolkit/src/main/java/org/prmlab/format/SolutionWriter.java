package org.prmlab.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;
import org.prmlab.data.LabeledSolution;

/**
 * Writes solutions one by one beside the target and moves the file into place at {@link #commit},
 * so that a failed run leaves no half a file behind.
 *
 * <p>A name that ends in {@code .jsonl} gives one record a line, any other an indented JSON array;
 * {@code .gz} after either compresses.
 */
public final class SolutionWriter implements Closeable {
  private final Path target;
  private final Path part;
  private final WritableFormat format;
  private final Conversion conversion;
  private final RecordLayout layout;
  private final JsonGenerator json;

  private SolutionWriter(Path target, WritableFormat format, Conversion conversion)
      throws IOException {
    this.target = target;
    this.part = target.resolveSibling(target.getFileName() + ".part");
    this.format = format;
    this.conversion = conversion;
    this.layout = RecordLayout.of(target);
    this.json = layout.begin(stream(part, target));
  }

  /** Begins a file of solutions that lose nothing; see the other {@code create}. */
  public static SolutionWriter create(Path target, WritableFormat format) {
    return create(target, format, Conversion.exact());
  }

  /**
   * Begins a file; nothing is at {@code target} before {@link #commit}.
   *
   * @throws FormatException if the folder cannot be written to
   */
  public static SolutionWriter create(Path target, WritableFormat format, Conversion conversion) {
    try {
      return new SolutionWriter(target, format, conversion);
    } catch (IOException e) {
      throw unwritable(target, e);
    }
  }

  /**
   * Writes one solution.
   *
   * @throws Unwritable if it lacks what the format needs, or more would be lost than was allowed
   * @throws FormatException if the disk fails
   */
  public void write(LabeledSolution solution) throws Unwritable {
    ObjectNode record = Json.MAPPER.createObjectNode();
    format.encode(solution, conversion, record);
    try {
      Json.MAPPER.writeTree(json, record);
    } catch (IOException e) {
      throw unwritable(target, e);
    }
  }

  /**
   * Writes a whole file.
   *
   * @throws FormatException if a solution lacks what the format needs, or the disk fails
   */
  public static void writeAll(
      Path target, WritableFormat format, Iterable<LabeledSolution> solutions) {
    try (SolutionWriter writer = create(target, format)) {
      for (LabeledSolution solution : solutions) {
        try {
          writer.write(solution);
        } catch (Unwritable e) {
          throw FormatException.refused(
              target.toString(), solution.solution().id(), format.id(), e);
        }
      }
      writer.commit();
    }
  }

  /**
   * Finishes the file and moves it into place.
   *
   * @throws FormatException if the disk fails
   */
  public void commit() {
    try {
      layout.end(json);
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unwritable(target, e);
    }
  }

  /** Throws away what was not committed. */
  @Override
  public void close() {
    try {
      json.close();
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw unwritable(target, e);
    }
  }

  /** The bytes of a file that will be moved to {@code target}, compressed as its name asks. */
  static OutputStream stream(Path part, Path target) throws IOException {
    OutputStream file = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
    return target.toString().endsWith(".gz") ? new GZIPOutputStream(file, 1 << 16) : file;
  }

  static FormatException unwritable(Path target, IOException e) {
    return FormatException.of(
        target.toString(),
        "cannot be written (%s: %s); check the folder, its permissions and the free space"
            .formatted(e.getClass().getSimpleName(), e.getMessage()));
  }
}
