package org.prmlab.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Sets bad records aside in a JSONL file, by custom named {@code *.rejected.jsonl}: {@code file},
 * {@code line} (0 if unknown), {@code reason}, and {@code record} as JSON where it is JSON and as
 * text where not.
 */
public final class RejectedRecords implements BadRecords, Closeable {
  private final Path path;
  private final BufferedWriter writer;
  private long count;

  private RejectedRecords(Path path, BufferedWriter writer) {
    this.path = path;
    this.writer = writer;
  }

  /**
   * Begins the file anew, so that it never holds the records of an earlier run.
   *
   * @throws FormatException if it cannot be written
   */
  public static RejectedRecords create(Path path) {
    return open(path, StandardOpenOption.TRUNCATE_EXISTING);
  }

  /**
   * Goes on after the records that are there, for a second file of one run.
   *
   * @throws FormatException if it cannot be written
   */
  public static RejectedRecords append(Path path) {
    return open(path, StandardOpenOption.APPEND);
  }

  private static RejectedRecords open(Path path, StandardOpenOption how) {
    try {
      return new RejectedRecords(
          path,
          Files.newBufferedWriter(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how));
    } catch (IOException e) {
      throw SolutionWriter.unwritable(path, e);
    }
  }

  @Override
  public void found(FormatException fault, String record) {
    ObjectNode line = Json.MAPPER.createObjectNode();
    line.put("file", fault.file()).put("line", fault.line()).put("reason", fault.getMessage());
    try {
      line.set("record", Json.MAPPER.readTree(record));
    } catch (JsonProcessingException e) {
      line.put("record", record);
    }
    try {
      writer.write(line.toString());
      writer.newLine();
    } catch (IOException e) {
      throw SolutionWriter.unwritable(path, e);
    }
    count++;
  }

  /** How many were set aside. */
  public long count() {
    return count;
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw SolutionWriter.unwritable(path, e);
    }
  }
}
