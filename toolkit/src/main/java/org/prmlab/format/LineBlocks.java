package org.prmlab.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/** A stream cut into large blocks of whole lines. */
final class LineBlocks {
  private static final int SIZE = 1 << 22;

  private final InputStream in;
  private final Deque<byte[]> free = new ArrayDeque<>();
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

    static Block of(byte[] bytes) {
      return new Block(bytes, bytes.length);
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
    byte[] bytes = buffer();
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

  /** A buffer that begins with what was left of the block before. */
  private byte[] buffer() {
    byte[] bytes =
        free.isEmpty() || rest.length >= SIZE ? new byte[SIZE + rest.length] : free.pop();
    System.arraycopy(rest, 0, bytes, 0, rest.length);
    return bytes;
  }

  /** Takes a block back that is no longer read. */
  void recycle(Block block) {
    free.push(block.bytes);
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
