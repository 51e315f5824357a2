package org.prmlab.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ExitGuardTest {
  /** What a cell could hold. */
  static final class Leaver {
    static final long WIDE = 1L << 40;
    static final double FRACTION = 0.1;

    private Leaver() {}

    public static void leave(int status) {
      if (status + WIDE * FRACTION > 0) {
        System.exit(status);
      }
    }
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
    try (InputStream in = type.getResourceAsStream(file)) {
      return in.readAllBytes();
    }
  }

  @Test
  void systemExitThrowsInsteadOfEndingTheProcess() throws Exception {
    byte[] guarded = ExitGuard.guard(bytes(Leaver.class));
    ClassLoader loader =
        new ClassLoader(ExitGuardTest.class.getClassLoader()) {
          @Override
          public Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.equals(Leaver.class.getName())
                ? defineClass(name, guarded, 0, guarded.length)
                : super.loadClass(name, resolve);
          }
        };
    var leave = loader.loadClass(Leaver.class.getName()).getMethod("leave", int.class);
    leave.setAccessible(true);
    var error = assertThrows(InvocationTargetException.class, () -> leave.invoke(null, 3));
    assertEquals(
        "System.exit(3) ended this cell; to end the kernel, use the front end's shut-down command",
        Objects.requireNonNull(error.getCause()).getMessage());
  }

  @Test
  void aClassWithoutExitsIsNotTouched() throws IOException {
    byte[] harmless = bytes(CellSource.class);
    assertSame(harmless, ExitGuard.guard(harmless));
  }
}
