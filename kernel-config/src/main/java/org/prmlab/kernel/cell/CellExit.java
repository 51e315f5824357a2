package org.prmlab.kernel.cell;

/**
 * What {@code System.exit} in a cell does instead of ending the kernel: it ends the cell. An error,
 * so that {@code catch (Exception e)} does not swallow it.
 */
public final class CellExit extends Error {
  private static final long serialVersionUID = 1;

  private CellExit(int status) {
    super(
        "System.exit("
            + status
            + ") ended this cell; to end the kernel, use the front end's shut-down command");
  }

  /** Stands in for {@link System#exit}; compiled cells call it. */
  @SuppressWarnings("DoNotCallSuggester")
  public static void exit(int status) {
    throw new CellExit(status);
  }
}
