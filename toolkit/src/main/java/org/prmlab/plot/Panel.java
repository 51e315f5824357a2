package org.prmlab.plot;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One part of a figure: data on one axis of values. */
interface Panel {
  FigureData data();

  /** What stands over it; may be empty. */
  String heading();

  /** Draws it from the origin of the graphics. */
  void paint(Graphics2D graphics, Dimension size);

  /** What its colours and markers mean; empty where the drawing says so itself. */
  default List<LegendEntry> legend() {
    return List.of();
  }

  /** What a reader has to know about the drawing beside the caption. */
  default Optional<String> note() {
    return Optional.empty();
  }

  /** How much of a figure's width it needs, beside others. */
  default double share() {
    return 1;
  }

  /** Whether it needs the whole width, so that others stand below it. */
  default boolean isWide() {
    return false;
  }

  /** How high it wants to be, in points of a figure of the house's width. */
  default int height() {
    return HouseStyle.PANEL_HEIGHT;
  }

  default Panel withAxis(String label, double low, double high) {
    throw new IllegalArgumentException(
        "this kind of figure has no axis to set; charts of lines, points and bars have one");
  }

  default Panel withColours(Map<String, Color> colours) {
    throw new IllegalArgumentException(
        "this kind of figure has no series to colour; charts of lines, points and bars have them");
  }
}
