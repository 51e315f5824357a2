package org.prmlab.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The colour of a series, and its marker and dash as a second cue. What has a name of its own in
 * this field (a source of labels, a way to choose, a measure) looks the same in every figure; other
 * series take what is left, in order. The colours are those of Okabe and Ito (2008), which
 * colour-blind readers can tell apart.
 */
record Look(Color color, int form) {
  static final Color BLUE = new Color(0x0072B2);
  static final Color VERMILION = new Color(0xD55E00);
  static final Color GREEN = new Color(0x009E73);
  static final Color PURPLE = new Color(0xCC79A7);
  static final Color SKY = new Color(0x56B4E9);
  static final Color ORANGE = new Color(0xE69F00);
  static final Color INK = new Color(0x333333);
  static final Color GREY = new Color(0x888888);

  /** Neighbours differ in lightness too, so that bars stay apart in grey print. */
  private static final List<Look> FREE =
      List.of(
          new Look(BLUE, 0),
          new Look(ORANGE, 1),
          new Look(GREEN, 2),
          new Look(PURPLE, 3),
          new Look(VERMILION, 4),
          new Look(SKY, 5),
          new Look(INK, 0),
          new Look(GREY, 1));

  private static final List<Marker> MARKERS =
      List.of(
          SeriesMarkers.CIRCLE,
          SeriesMarkers.DIAMOND,
          SeriesMarkers.SQUARE,
          SeriesMarkers.TRIANGLE_UP,
          SeriesMarkers.TRIANGLE_DOWN,
          SeriesMarkers.CROSS);

  private static final float[][] DASHES = {
    {}, {7, 4}, {2, 3}, {9, 3, 2, 3}, {4, 2}, {1, 2},
  };

  /** A look a line, then the names that have it, in lower case without hyphens. */
  private static final Map<String, Look> KNOWN = new LinkedHashMap<>();

  static {
    known(new Look(BLUE, 0), "mc hard", "mc", "monte carlo", "rollouts", "hard labels");
    known(new Look(SKY, 5), "mc soft", "soft labels");
    known(new Look(ORANGE, 4), "mc keep", "mc hard, all steps");
    known(new Look(VERMILION, 1), "judge");
    known(new Look(GREEN, 2), "human", "truth", "exact checker", "human labels");
    known(new Look(PURPLE, 3), "consensus", "consensus hard");
    known(new Look(PURPLE, 1), "consensus soft");
    known(new Look(GREY, 1), "random mc", "random judge", "random", "random part, mc");
    known(new Look(INK, 4), "pass@k", "pass@8");
    known(new Look(INK, 1), "hard   soft"); // the difference: a hyphen is read as a blank
    known(new Look(ORANGE, 1), "maj@k", "maj@8", "majority");
    known(new Look(BLUE, 0), "best of 8 (%)", "best of n", "best of n accuracy");
    known(new Look(VERMILION, 1), "processbench f1", "f1 of step errors (%)", "f1");
    known(new Look(PURPLE, 3), "wrong step found in right answers (%)", "first error located");
    known(new Look(GREEN, 2), "right solutions accepted");
    known(new Look(BLUE, 0), "right steps", "minimum");
    known(new Look(ORANGE, 1), "first wrong steps", "product");
    known(new Look(GREEN, 2), "last", "greedy");
    known(new Look(GREY, 2), "calibrated");
  }

  private static void known(Look look, String... names) {
    for (String name : names) {
      KNOWN.put(name, look);
    }
  }

  /**
   * A look for each name, all different.
   *
   * @param own colours that a caller chose, by name
   */
  static Map<String, Look> of(List<String> names, Map<String, Color> own) {
    Map<String, Look> looks = new LinkedHashMap<>();
    for (String name : names) {
      Look known = KNOWN.get(plain(name));
      if (known != null && !looks.containsValue(known)) {
        looks.put(name, known);
      }
    }
    List<Look> left = new ArrayList<>(FREE);
    left.removeIf(free -> looks.values().stream().anyMatch(l -> l.color().equals(free.color())));
    Map<String, Look> ordered = new LinkedHashMap<>();
    for (String name : names) {
      Look look = looks.containsKey(name) ? looks.get(name) : next(left, ordered, looks);
      ordered.put(name, own.containsKey(name) ? new Look(own.get(name), look.form()) : look);
    }
    return ordered;
  }

  /** One whose marker is free too, if there is any. */
  private static Look next(List<Look> left, Map<String, Look> drawn, Map<String, Look> known) {
    if (left.isEmpty()) {
      int place = drawn.size();
      return new Look(FREE.get(place % FREE.size()).color(), place);
    }
    Look next =
        left.stream()
            .filter(l -> Stream.of(drawn, known).noneMatch(m -> hasForm(m.values(), l.form())))
            .findFirst()
            .orElse(left.get(0));
    left.remove(next);
    return next;
  }

  private static boolean hasForm(Collection<Look> looks, int form) {
    return looks.stream().anyMatch(l -> l.form() == form);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('-', ' ');
  }

  Marker marker() {
    return MARKERS.get(form % MARKERS.size());
  }

  BasicStroke line() {
    return stroke(2f, form);
  }

  /** Reference lines: thin, each with a dash of its own. */
  static BasicStroke reference(int index) {
    return stroke(1.2f, index + 1);
  }

  Color pale(int alpha) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }

  private static BasicStroke stroke(float width, int form) {
    float[] dash = DASHES[form % DASHES.length];
    return dash.length == 0
        ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
        : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, dash, 0f);
  }
}
