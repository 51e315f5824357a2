package org.prmlab.notebook;

import java.io.PrintStream;
import java.util.Optional;
import org.prmlab.report.View;

/** Where a progress bar is drawn: each state takes the place of the one before. */
interface ProgressPlace {
  /** Draws a state over the one before. */
  void draw(View state);

  /** Draws the last state, which stays. */
  void end(View state);

  /** The running notebook's page, else the terminal, else one line when the work is done. */
  @SuppressWarnings("SystemConsoleNull") // on JDK 22 and later a file gets the states too
  static ProgressPlace here() {
    return Page.here()
        .<ProgressPlace>map(OnPage::new)
        .orElseGet(() -> System.console() == null ? new LastLine() : new OnTerminal(System.err));
  }

  /** On a page, in place; where the kernel cannot, one line at the end. */
  final class OnPage implements ProgressPlace {
    private final Page page;
    private Optional<String> shown = Optional.empty();

    OnPage(Page page) {
      this.page = page;
    }

    @Override
    public void draw(View state) {
      if (shown.isPresent()) {
        page.replace(shown.get(), state);
      } else {
        shown = page.show(state);
      }
    }

    @Override
    public void end(View state) {
      draw(state);
      if (shown.isEmpty()) {
        new LastLine().end(state);
      }
    }
  }

  /** On a terminal, in one line. */
  final class OnTerminal implements ProgressPlace {
    private static final String TO_START_AND_CLEAR = "\r\u001b[K";

    private final PrintStream terminal;

    OnTerminal(PrintStream terminal) {
      this.terminal = terminal;
    }

    @Override
    public void draw(View state) {
      terminal.print(TO_START_AND_CLEAR + state);
      terminal.flush();
    }

    @Override
    public void end(View state) {
      terminal.println(TO_START_AND_CLEAR + state);
    }
  }

  /** Where nothing can be drawn over: the last state only. */
  final class LastLine implements ProgressPlace {
    @Override
    public void draw(View state) {}

    @Override
    public void end(View state) {
      System.out.println(state);
    }
  }
}
