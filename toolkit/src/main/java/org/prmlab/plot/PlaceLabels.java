package org.prmlab.plot;

import java.util.List;

/**
 * Names for whole numbers on a numeric axis.
 *
 * <p>XChart thins out an axis until all its labels differ, so the places between two names get
 * blanks of different lengths.
 */
record PlaceLabels(List<String> names) {
  String at(double x) {
    long place = Math.round(x);
    boolean onPlace = Math.abs(x - place) < 1e-6 && place >= 0 && place < names.size();
    return onPlace ? names.get((int) place) : blank(x);
  }

  private static String blank(double x) {
    return "\u200a".repeat(1 + (int) Math.abs(Math.round(4 * (x + 1))));
  }
}
