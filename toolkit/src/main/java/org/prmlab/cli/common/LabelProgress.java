package org.prmlab.cli.common;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Consumer;
import org.prmlab.llm.AnswerJournal;
import org.prmlab.llm.TokenUsage;

/**
 * One line on a terminal that says how far labeling is, from the answers that come in; nothing
 * where no terminal is.
 */
public final class LabelProgress {
  private static final long NANOS_BETWEEN = 200_000_000;

  private final PrintStream terminal = System.err;

  @SuppressWarnings("SystemConsoleNull") // on JDK 22 and later a file gets the lines too
  private final boolean shown = System.console() != null;

  private final int total; // solutions
  private final long begin = System.nanoTime();
  private long lastShown;
  private int before; // solutions of the windows that are done
  private int window; // solutions of this one
  private long expected; // answers for this window
  private long answers; // of this window
  private long tokens;
  private double resumed = -1; // share done when the first answer came

  public LabelProgress(int total, AnswerJournal journal) {
    this(total, journal::listen);
  }

  /**
   * @param answers takes who is to hear of every answer
   */
  public LabelProgress(int total, Consumer<Consumer<TokenUsage>> answers) {
    this.total = total;
    answers.accept(this::answered);
  }

  /**
   * A window begins.
   *
   * @param expected how many answers it takes, about
   */
  public synchronized void begin(int solutions, long expected) {
    before += window;
    window = solutions;
    this.expected = expected;
    answers = 0;
  }

  private synchronized void answered(TokenUsage usage) {
    double share = share();
    resumed = resumed < 0 ? share : resumed;
    answers++;
    tokens += usage.completionTokens();
    long now = System.nanoTime();
    if (shown && now - lastShown > NANOS_BETWEEN) {
      lastShown = now;
      double seconds = (now - begin) / 1e9;
      double done = share() - resumed;
      long left = done <= 0 ? 0 : Math.round(seconds * (1 - share()) / done);
      terminal.printf(
          Locale.ROOT,
          "\r%.0f of %d solutions, %.0f tokens/s written, %d:%02d left ",
          share() * total,
          total,
          tokens / seconds,
          left / 60,
          left % 60);
    }
  }

  private double share() {
    double part = Math.min(1, (double) answers / Math.max(1, expected));
    return (before + window * part) / total;
  }

  public void end() {
    if (shown && tokens > 0) {
      terminal.println();
    }
  }
}
