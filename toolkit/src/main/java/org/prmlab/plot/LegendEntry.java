package org.prmlab.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Optional;
import org.knowm.xchart.style.markers.Marker;

/**
 * What a colour means.
 *
 * @param line how its line is drawn, if it has one
 * @param marker the shape of its points, if it has them; a block of colour if it has neither
 */
record LegendEntry(String name, Color color, Optional<BasicStroke> line, Optional<Marker> marker) {
  static LegendEntry line(String name, Look look) {
    return new LegendEntry(
        name, look.color(), Optional.of(look.line()), Optional.of(look.marker()));
  }

  static LegendEntry point(String name, Look look) {
    return new LegendEntry(name, look.color(), Optional.empty(), Optional.of(look.marker()));
  }

  static LegendEntry block(String name, Look look) {
    return new LegendEntry(name, look.color(), Optional.empty(), Optional.empty());
  }

  static LegendEntry reference(String name, int index) {
    return new LegendEntry(name, Look.INK, Optional.of(Look.reference(index)), Optional.empty());
  }
}
