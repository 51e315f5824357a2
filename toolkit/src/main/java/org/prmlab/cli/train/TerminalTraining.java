package org.prmlab.cli.train;

import java.io.PrintStream;
import java.util.Locale;
import org.prmlab.training.TrainingProgress;

/** One line on a terminal that says how far a training is; nothing where no terminal is. */
final class TerminalTraining implements TrainingProgress {
  private static final int WIDTH = 20; // characters of the bar

  private final PrintStream terminal = System.err;

  @SuppressWarnings("SystemConsoleNull") // on JDK 22 and later a file gets the lines too
  private final boolean shown = System.console() != null;

  @Override
  public void update(State state) {
    if (shown) {
      terminal.print("\r" + line(state));
    }
  }

  /** The bar and what stands beside it. */
  static String line(TrainingProgress.State state) {
    int full = WIDTH * state.done() / state.steps();
    long left = state.left().toSeconds();
    return String.format(
        Locale.ROOT,
        "[%s%s] step %d of %d, loss %.4f,%s %.0f tokens/s, %d:%02d left ",
        "#".repeat(full),
        ".".repeat(WIDTH - full),
        state.done(),
        state.steps(),
        state.loss(),
        state.heldOut().map(result -> " " + result + ",").orElse(""),
        state.tokensPerSecond(),
        left / 60,
        left % 60);
  }

  void end() {
    if (shown) {
      terminal.println();
    }
  }
}
