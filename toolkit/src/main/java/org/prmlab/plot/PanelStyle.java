package org.prmlab.plot;

import java.awt.Color;
import java.util.Map;

/**
 * How a panel is drawn beside its data.
 *
 * @param heading what stands over it; may be empty
 * @param axis of the values
 * @param rows whether names of places stand beside it
 * @param own colours that a caller chose, by the name of a series
 */
record PanelStyle(String heading, ValueAxis axis, RowNames rows, Map<String, Color> own) {
  enum RowNames {
    SHOWN,
    /** Those of the panel to the left count for this one too. */
    SHARED
  }

  PanelStyle {
    own = Map.copyOf(own);
  }

  static PanelStyle of(ValueAxis axis) {
    return new PanelStyle("", axis, RowNames.SHOWN, Map.of());
  }

  PanelStyle withHeading(String words) {
    return new PanelStyle(words, axis, rows, own);
  }

  PanelStyle withAxis(ValueAxis other) {
    return new PanelStyle(heading, other, rows, own);
  }

  PanelStyle sharing() {
    return new PanelStyle(heading, axis, RowNames.SHARED, own);
  }

  PanelStyle withColours(Map<String, Color> colours) {
    return new PanelStyle(heading, axis, rows, colours);
  }
}
