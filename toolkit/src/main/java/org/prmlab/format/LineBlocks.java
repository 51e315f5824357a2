package org.prmlab.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** A stream cut into large blocks of whole lines. */
final class LineBlocks {
  private static final int SIZE = 1 << 22;

  private final InputStream in;
  private byte[] rest = {};

  LineBlocks(InputStream in) {
    this.in = in;
  }

  /** Some whole lines. */
  static final class Block {
    private final byte[] bytes;
    private final int length;

    private Block(byte[] bytes, int length) {
      this.bytes = bytes;
      this.length = length;
    }

    /** Their text, of which the first {@link #length()} bytes count. */
    byte[] bytes() {
      return bytes;
    }

    int length() {
      return length;
    }
  }

  /** The next block; empty at the end. A block is longer where one line is. */
  Optional<Block> next() throws IOException {
    byte[] bytes = Arrays.copyOf(rest, Math.max(SIZE, 2 * rest.length));
    int length = rest.length;
    while (true) {
      int read = in.readNBytes(bytes, length, bytes.length - length);
      int end = lastLineEnd(bytes, length, length + read);
      length += read;
      if (length < bytes.length) {
        rest = new byte[0];
        return length == 0 ? Optional.empty() : Optional.of(new Block(bytes, length));
      }
      if (end > 0) {
        rest = Arrays.copyOfRange(bytes, end, length);
        return Optional.of(new Block(bytes, end));
      }
      if (length >= Lines.LONGEST) {
        throw new IOException("a line is longer than " + Lines.LONGEST + " bytes");
      }
      bytes = Arrays.copyOf(bytes, 2 * length);
    }
  }

  private static int lastLineEnd(byte[] bytes, int begin, int end) {
    for (int i = end; i > begin; i--) {
      if (bytes[i - 1] == '\n') {
        return i;
      }
    }
    return 0;
  }
}
