package org.prmlab.format;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file, or one record of it, is not what its format promises. The message says where, what was
 * found, what was expected and what to do: {@code file:line: message}.
 */
public final class FormatException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String file;
  private final long line;
  private final String map;
  private final @Nullable ConversionChoice choice;
  private final @Nullable ReadingChoice reading;

  private FormatException(String file, long line, String message) {
    this(file, line, message, "", null, null);
  }

  private FormatException(
      String file,
      long line,
      String message,
      String map,
      @Nullable ConversionChoice choice,
      @Nullable ReadingChoice reading) {
    super(message);
    this.file = file;
    this.line = line;
    this.map = map;
    this.choice = choice;
    this.reading = reading;
  }

  /** A fault of the whole file. */
  public static FormatException of(String file, String problem) {
    return new FormatException(file, 0, file + ": " + problem);
  }

  /**
   * A fault at one place.
   *
   * @param line counted from 1: the line on which the record begins; the row for Parquet
   */
  public static FormatException at(String file, long line, String problem) {
    return new FormatException(file, line, file + ":" + line + ": " + problem);
  }

  /**
   * A record of no known layout.
   *
   * @param map a map of its fields that may fit, as {@link FieldMap#of(String)} takes it
   */
  static FormatException unknown(JsonRecord record, String file, String problem, String map) {
    return new FormatException(
        file, record.line(), file + ":" + record.line() + ": " + problem, map, null, null);
  }

  /** A map of the record's fields that may fit; empty if the fault is another. */
  public String suggestedMap() {
    return map;
  }

  /** A solution that cannot be written as it is. */
  static FormatException refused(String file, String solution, String format, Unwritable why) {
    return new FormatException(
        file,
        0,
        "%s: solution '%s' cannot be written as %s: it %s"
            .formatted(file, solution, format, why.getMessage()),
        "",
        why.choice().orElse(null),
        null);
  }

  /** The same fault, which this choice of the reader's may mend. */
  FormatException mendedBy(ReadingChoice choice) {
    return new FormatException(file, line, String.valueOf(getMessage()), map, null, choice);
  }

  /** The choice of a reading that may help; empty if the fault is another. */
  public Optional<ReadingChoice> reading() {
    return Optional.ofNullable(reading);
  }

  /** The choice of a conversion that would help; empty if the fault is another. */
  public Optional<ConversionChoice> choice() {
    return Optional.ofNullable(choice);
  }

  /** The file as the caller named it. */
  public String file() {
    return file;
  }

  /** The line, counted from 1; 0 if the fault is the whole file's. */
  public long line() {
    return line;
  }
}
