package org.prmlab.notebook;

import java.util.Optional;

/**
 * The one question every kernel asks the toolkit: how does this object look on a page?
 *
 * <p>A kernel that knows only this method (by reflection, so that neither side depends on the
 * other) shows everything the toolkit and its chart and table libraries make.
 */
public final class Views {
  private Views() {}

  /** The view of {@code object}; empty if the toolkit has nothing better than its text. */
  public static Optional<View> of(Object object) {
    if (object instanceof View view) {
      return Optional.of(view);
    }
    if (object instanceof ResultTable table) {
      return Optional.of(table.view());
    }
    return Optional.empty();
  }
}
