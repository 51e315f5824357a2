package org.prmlab.cli.common;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongConsumer;

/**
 * One line on a terminal that counts up where nobody knows the end, at most twice a second; nothing
 * where no terminal is.
 */
public final class TerminalCount implements LongConsumer, AutoCloseable {
  private static final long DRAW_NANOS = 500_000_000;

  private final String unit;
  private final PrintStream terminal = System.err;

  @SuppressWarnings("SystemConsoleNull") // on JDK 22 and later a file gets the lines too
  private final boolean shown = System.console() != null;

  private final long begin = System.nanoTime();
  private long drawn = begin;

  public TerminalCount(String unit) {
    this.unit = unit;
  }

  @Override
  public void accept(long count) {
    long now = System.nanoTime();
    if (shown && now - drawn >= DRAW_NANOS) {
      drawn = now;
      terminal.print("\r" + line(count, now - begin));
      terminal.flush();
    }
  }

  public String line(long count, long nanos) {
    return String.format(
        Locale.ROOT, "%,d %s, %,.0f a second ", count, unit, count / (nanos / 1e9));
  }

  @Override
  public void close() {
    if (drawn != begin) {
      terminal.println();
    }
  }
}
