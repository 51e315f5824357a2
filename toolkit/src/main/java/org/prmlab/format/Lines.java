package org.prmlab.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a byte stream, split at the byte {@code \n} only: other line separators of Unicode
 * may stand inside a JSON string.
 */
final class Lines implements Closeable {
  /** Longer lines are taken for a file that is no JSONL. */
  static final int LONGEST = 1 << 28;

  private final InputStream in;
  private final byte[] chunk = new byte[1 << 16];
  private int chunkStart;
  private int chunkEnd;
  private byte[] line = new byte[1 << 12];
  private int length;
  private long number;

  Lines(InputStream in) {
    this.in = in;
  }

  /** Moves to the next line; false at the end. */
  boolean next() throws IOException {
    length = 0;
    number++;
    while (chunkStart < chunkEnd || fill()) {
      int end = chunkStart;
      while (end < chunkEnd && chunk[end] != '\n') {
        end++;
      }
      append(end);
      chunkStart = Math.min(end + 1, chunkEnd);
      if (end < chunkEnd) {
        return true;
      }
    }
    return length > 0;
  }

  private boolean fill() throws IOException {
    chunkStart = 0;
    chunkEnd = Math.max(0, in.read(chunk));
    return chunkEnd > 0;
  }

  private void append(int end) throws IOException {
    int added = end - chunkStart;
    if (length + added > LONGEST) {
      throw new IOException("a line is longer than " + LONGEST + " bytes");
    }
    if (length + added > line.length) {
      line = Arrays.copyOf(line, Math.max(2 * line.length, length + added));
    }
    System.arraycopy(chunk, chunkStart, line, length, added);
    length += added;
  }

  /** The bytes of the current line, of which the first {@link #length()} count. */
  byte[] bytes() {
    return line;
  }

  int length() {
    return length;
  }

  /** Number of the current line, counted from 1. */
  long number() {
    return number;
  }

  /** How many blanks the line begins with. */
  int indent() {
    int indent = 0;
    while (indent < length && (line[indent] == ' ' || line[indent] == '\t')) {
      indent++;
    }
    return indent;
  }

  boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  String text() {
    return new String(line, 0, length, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
