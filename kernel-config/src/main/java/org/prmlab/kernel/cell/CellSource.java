package org.prmlab.kernel.cell;

import org.prmlab.kernel.magic.MagicSyntax;

/**
 * Code on its way to JShell.
 *
 * @param label what errors call it, such as {@code cell 3}
 * @param written as the user wrote it
 * @param java the same with its magics turned into calls, line for line
 */
public record CellSource(String label, String written, String java) {

  public static CellSource of(String label, String written) {
    return new CellSource(label, written, MagicSyntax.toJava(written));
  }

  /** A line as the user wrote it, counted from 1. */
  String line(int number) {
    return written.lines().skip(number - 1L).findFirst().orElse("");
  }
}
