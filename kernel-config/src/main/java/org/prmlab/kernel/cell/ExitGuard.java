package org.prmlab.kernel.cell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/**
 * Leads calls of {@code System.exit} in compiled cells to {@link CellExit#exit}. Both take an int
 * and return nothing, so it is enough to change the class that the constant pool names; see The
 * Java Virtual Machine Specification, section 4.4.
 */
final class ExitGuard {
  private static final int COUNT_AT = 8;
  private static final int FIRST_AT = 10;
  private static final String SUBSTITUTE = CellExit.class.getName().replace('.', '/');

  private final byte[] bytes;
  private final ByteBuffer buffer;
  private final int[] starts;
  private final int end;

  private ExitGuard(byte[] bytes) {
    this.bytes = bytes;
    buffer = ByteBuffer.wrap(bytes);
    starts = new int[u2(COUNT_AT)];
    int at = FIRST_AT;
    for (int i = 1; i < starts.length; i++) {
      starts[i] = at;
      int tag = bytes[at];
      at += 1 + length(tag, at);
      if (tag == 5 || tag == 6) { // long and double take two places
        i++;
      }
    }
    end = at;
  }

  /** The same class with its exits led away; the same array if it has none. */
  static byte[] guard(byte[] compiledClass) {
    return new ExitGuard(compiledClass).guarded();
  }

  private byte[] guarded() {
    for (int i = 1; i < starts.length; i++) {
      if (starts[i] > 0 && bytes[starts[i]] == 10 && isExit(starts[i])) {
        return withSubstitute(starts[i]);
      }
    }
    return bytes;
  }

  private boolean isExit(int method) {
    int owner = starts[u2(method + 1)];
    int nameAndType = starts[u2(method + 3)];
    return text(u2(owner + 1)).equals("java/lang/System")
        && text(u2(nameAndType + 1)).equals("exit")
        && text(u2(nameAndType + 3)).equals("(I)V");
  }

  /** Two new constants, the substitute's name and class, and the method's owner set to it. */
  private byte[] withSubstitute(int method) {
    byte[] name = SUBSTITUTE.getBytes(UTF_8);
    ByteBuffer changed = ByteBuffer.allocate(bytes.length + 3 + name.length + 3);
    changed.put(bytes, 0, end);
    changed.put((byte) 1).putShort((short) name.length).put(name);
    changed.put((byte) 7).putShort((short) starts.length);
    changed.put(bytes, end, bytes.length - end);
    changed.putShort(COUNT_AT, (short) (starts.length + 2));
    changed.putShort(method + 1, (short) (starts.length + 1));
    return changed.array();
  }

  private String text(int index) {
    int at = starts[index];
    return new String(bytes, at + 3, u2(at + 1), UTF_8);
  }

  private int u2(int at) {
    return Short.toUnsignedInt(buffer.getShort(at));
  }

  /** The length of a constant after its tag. */
  private int length(int tag, int at) {
    return switch (tag) {
      case 1 -> 2 + u2(at + 1);
      case 7, 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
      case 5, 6 -> 8;
      default -> throw new IllegalArgumentException("unknown constant " + tag + " in a class file");
    };
  }
}
