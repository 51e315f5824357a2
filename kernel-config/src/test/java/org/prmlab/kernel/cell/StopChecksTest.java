package org.prmlab.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StopChecksTest {
  /** Loops that a cell could hold, none of which ends or heeds an interrupt. */
  static final class Endless {
    private Endless() {}

    public static void plain(CountDownLatch begun) {
      begun.countDown();
      while (true) {}
    }

    public static void counting(CountDownLatch begun) {
      begun.countDown();
      long sum = 0;
      for (long i = 0; i >= 0; i = (i + 1) % 1000) {
        sum += sum > 7 ? -i : i;
      }
    }

    public static void catching(CountDownLatch begun) {
      begun.countDown();
      while (true) {
        try {
          while (true) {}
        } catch (Throwable caught) {
          // goes on
        }
      }
    }

    public static void inLambda(CountDownLatch begun) {
      begun.countDown();
      LongStream.generate(() -> 1).forEach(one -> {});
    }

    public static void recursive(CountDownLatch begun) {
      begun.countDown();
      fibonacci(92);
    }

    private static long fibonacci(int n) {
      return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
    }

    public static int half(int n) {
      int halves = 0;
      for (int i = 2; i <= n; i += 2) {
        halves++;
      }
      return halves;
    }
  }

  private static Class<?> checked() throws IOException, ClassNotFoundException {
    try (InputStream in = Endless.class.getResourceAsStream("StopChecksTest$Endless.class")) {
      byte[] bytes = StopChecks.in(in.readAllBytes());
      ClassLoader loader =
          new ClassLoader(StopChecksTest.class.getClassLoader()) {
            @Override
            public Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
              return name.equals(Endless.class.getName())
                  ? defineClass(name, bytes, 0, bytes.length)
                  : super.loadClass(name, resolve);
            }
          };
      return loader.loadClass(Endless.class.getName());
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"plain", "counting", "catching", "inLambda", "recursive"})
  void aBusyLoopEndsWhenItsThreadIsToEnd(String name) throws Exception {
    Method loop = checked().getMethod(name, CountDownLatch.class);
    loop.setAccessible(true);
    CountDownLatch begun = new CountDownLatch(1);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread busy =
        new Thread(
            () -> {
              try {
                loop.invoke(null, begun);
              } catch (InvocationTargetException e) {
                thrown.set(e.getCause());
              } catch (IllegalAccessException e) {
                thrown.set(e);
              }
            });
    busy.setDaemon(true);
    busy.start();
    begun.await();
    CellStop.end(busy);
    busy.join();
    CellStop.forget(busy);
    assertInstanceOf(CellStop.class, thrown.get());
  }

  @Test
  void otherThreadsDoNotMind() throws Exception {
    Thread other = new Thread(() -> {});
    CellStop.end(other);
    Method half = checked().getMethod("half", int.class);
    half.setAccessible(true);
    assertEquals(21, half.invoke(null, 42));
    CellStop.forget(other);
  }

  @Test
  void aClassFileThatCannotBeReadStaysAsItIs() {
    byte[] fromTheFuture = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 7, 7};
    assertArrayEquals(fromTheFuture, StopChecks.in(fromTheFuture));
  }
}
