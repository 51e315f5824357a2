package org.prmlab.cli.common;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.prmlab.prm.ScoringProgress;

/** One line on a terminal that says how far a run is; nothing where no terminal is. */
public final class TerminalProgress {
  private final PrintStream terminal = System.err;

  @SuppressWarnings("SystemConsoleNull") // on JDK 22 and later a file gets the lines too
  private final boolean shown = System.console() != null;

  private final int total;
  private long begin;

  public TerminalProgress(int total) {
    this.total = total;
  }

  /** The progress of a part of the run, of which {@code before} solutions are done. */
  public ScoringProgress after(int before) {
    if (begin == 0) {
      begin = System.nanoTime();
    }
    return state -> {
      if (shown) {
        int done = before + state.done();
        Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
        long left = elapsed.toSeconds() * (total - done) / Math.max(1, done);
        terminal.printf(
            Locale.ROOT,
            "\r%d of %d solutions, %.0f tokens/s, %d:%02d left ",
            done,
            total,
            state.tokensPerSecond(),
            left / 60,
            left % 60);
      }
    };
  }

  public void end() {
    if (shown) {
      terminal.println();
    }
  }
}
