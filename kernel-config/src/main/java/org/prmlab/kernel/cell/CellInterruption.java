package org.prmlab.kernel.cell;

/** The user interrupted the cell, or it ran out of its time. */
public final class CellInterruption extends RuntimeException {
  private static final long serialVersionUID = 1;

  CellInterruption(String message) {
    super(message, null, false, false);
  }
}
