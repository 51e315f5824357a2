package org.prmlab.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.prmlab.report.View;

/** How the tabletop writes problems and steps, in one picture. */
public final class TabletopNotation {
  static final String PROBLEM = "7 A + 3 B - 4 C * A =>";
  static final List<String> RIGHT = List.of("A 7 + 3 10", "B it - 4 6", "C it * A 8");
  static final List<String> WRONG = List.of("A 7 + 3 10", "B it - 4 6", "C it * 4 11");

  private static final String FILE = "tabletop-notation.svg";

  private TabletopNotation() {}

  /** A problem, a right step, a wrong step and why it is wrong. */
  public static View picture() {
    String text =
        """
        problem     %s  start at 7; A: add 3; B: take 4 off; C: times what A gave; modulo 13
        right step  %s              letter, what it does, result
        wrong step  %s              C multiplies by what A gave, which is 10, not by 4
        right step  %s             6 * 10 = 60 = 8 modulo 13; the answer is 8\
        """
            .formatted(PROBLEM, RIGHT.get(0), WRONG.get(2), RIGHT.get(2));
    try (InputStream in = TabletopNotation.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException(FILE + " is missing from the toolkit's jar; build it again");
      }
      return View.ofText(text)
          .withSvg(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
