package org.prmlab.format;

/**
 * What the bytes of a record in a block tell without reading its texts.
 *
 * @param isAlone whether a line begins with the record, and nothing but it stands there
 * @param isClean whether its texts hold no byte or escape that may stand for a control character or
 *     half a surrogate pair
 */
record RecordBytes(boolean isAlone, boolean isClean) {
  private static final int SURROGATES = 0xed; // first byte of U+D000 to U+DFFF

  static RecordBytes of(LineBlocks.Block block, int begin, int end) {
    byte[] bytes = block.bytes();
    boolean clean = true;
    for (int i = begin; i < end; i++) {
      byte c = bytes[i];
      if (c == '\\') {
        clean &= isText(bytes, ++i);
      } else if (c < ' ') { // beyond ASCII too, as bytes are signed
        if (c == '\n') {
          return new RecordBytes(false, clean);
        }
        clean &= c < 0 && c != (byte) SURROGATES;
      }
    }
    return new RecordBytes(beginsLine(block, begin) && endsLine(block, end), clean);
  }

  boolean isPlain() {
    return isAlone && isClean;
  }

  /** Whether a backslash and what is at {@code i} stand for text. */
  private static boolean isText(byte[] bytes, int i) {
    return switch (bytes[i]) {
      case '\\', '"', '/', 'n' -> true;
      case 'u' -> !isControlOrSurrogate(bytes, i + 1);
      default -> false;
    };
  }

  /** Of four hexadecimal digits; a record that is valid JSON has them. */
  private static boolean isControlOrSurrogate(byte[] bytes, int i) {
    boolean control = bytes[i] == '0' && bytes[i + 1] == '0' && bytes[i + 2] <= '1';
    return control || ((bytes[i] == 'd' || bytes[i] == 'D') && bytes[i + 1] > '7');
  }

  static boolean beginsLine(LineBlocks.Block block, int begin) {
    byte[] bytes = block.bytes();
    for (int i = begin - 1; i >= 0 && bytes[i] != '\n'; i--) {
      if (bytes[i] != ' ' && bytes[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  private static boolean endsLine(LineBlocks.Block block, int end) {
    byte[] bytes = block.bytes();
    for (int i = end; i < block.length() && bytes[i] != '\n'; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  /** Where the line ends in which this byte stands. */
  static int lineEnd(LineBlocks.Block block, int begin) {
    int end = begin;
    while (end < block.length() && block.bytes()[end] != '\n') {
      end++;
    }
    return end;
  }
}
