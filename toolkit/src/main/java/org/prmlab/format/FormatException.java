package org.prmlab.format;

/**
 * A file, or one record of it, is not what its format promises. The message says where, what was
 * found, what was expected and what to do: {@code file:line: message}.
 */
public final class FormatException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String file;
  private final long line;
  private final String map;

  private FormatException(String file, long line, String message, String map) {
    super(message);
    this.file = file;
    this.line = line;
    this.map = map;
  }

  /** A fault of the whole file. */
  public static FormatException of(String file, String problem) {
    return new FormatException(file, 0, file + ": " + problem, "");
  }

  /**
   * A fault at one place.
   *
   * @param line counted from 1: the line on which the record begins; the row for Parquet
   */
  public static FormatException at(String file, long line, String problem) {
    return new FormatException(file, line, file + ":" + line + ": " + problem, "");
  }

  /**
   * A record of no known layout.
   *
   * @param map a map of its fields that may fit, as {@link FieldMap#of(String)} takes it
   */
  static FormatException unknown(JsonRecord record, String file, String problem, String map) {
    return new FormatException(
        file, record.line(), file + ":" + record.line() + ": " + problem, map);
  }

  /** A map of the record's fields that may fit; empty if the fault is another. */
  public String suggestedMap() {
    return map;
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
