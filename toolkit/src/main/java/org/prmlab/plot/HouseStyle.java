package org.prmlab.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How every chart looks: white ground, no box, horizontal grid only, and for each series a colour
 * that colour-blind readers can tell apart (Okabe and Ito, 2008) with a second cue beside it: a
 * marker and a dash for points and lines, lightness for bars.
 */
final class HouseStyle {
  static final int WIDTH = 640;
  static final int HEIGHT = 400;
  static final Color INK = new Color(0x333333);
  private static final Color GRID = new Color(0xDDDDDD);

  private static final List<Color> COLORS =
      List.of(
          new Color(0x0072B2),
          new Color(0xD55E00),
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0x56B4E9),
          new Color(0x000000));

  /** Dark, light, middle: bars stay apart in grey print. */
  private static final List<Color> BAR_COLORS =
      List.of(new Color(0x004C7F), new Color(0xF0B94D), new Color(0x3FA98C), new Color(0xCC79A7));

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

  private HouseStyle() {}

  static Color color(int series) {
    return COLORS.get(series % COLORS.size());
  }

  static Color barColor(int series) {
    return BAR_COLORS.get(series % BAR_COLORS.size());
  }

  static Marker marker(int series) {
    return MARKERS.get(series % MARKERS.size());
  }

  static BasicStroke line(int series) {
    return stroke(2f, DASHES[series % DASHES.length]);
  }

  /** Whiskers around a point. */
  static BasicStroke thinLine() {
    return new BasicStroke(1.4f);
  }

  /** Reference lines: thin, each with a dash of its own. */
  static BasicStroke referenceLine(int reference) {
    return stroke(1.2f, DASHES[(reference + 1) % DASHES.length]);
  }

  /** The line of an interval around a point. */
  static BasicStroke intervalLine() {
    return stroke(1.4f, DASHES[0]);
  }

  private static BasicStroke stroke(float width, float[] dash) {
    return dash.length == 0
        ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
        : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, dash, 0f);
  }

  /** What all charts share. */
  static void apply(AxesChartStyler styler) {
    Font text = font(Font.PLAIN, 12);
    styler.setBaseFont(text);
    styler.setChartFontColor(INK);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setPlotGridLinesColor(GRID);
    styler.setPlotGridLinesStroke(new BasicStroke(1f));
    styler.setAxisTicksLineVisible(false);
    styler.setAxisTickMarksColor(GRID);
    styler.setAxisTickLabelsFont(font(Font.PLAIN, 11));
    styler.setAxisTickLabelsColor(INK);
    styler.setAxisTitleFont(text);
    styler.setChartTitleVisible(false);
    styler.setChartPadding(8);
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendLayout(LegendLayout.Horizontal);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setLegendBackgroundColor(Color.WHITE);
    styler.setLegendFont(text);
    styler.setAnnotationTextFont(font(Font.PLAIN, 11));
    styler.setAnnotationTextFontColor(INK);
    styler.setMarkerSize(8);
    styler.setLocale(java.util.Locale.ROOT);
  }

  /** What bar charts share beyond that: the value at the top of each bar. */
  static void applyToBars(CategoryStyler styler) {
    apply(styler);
    styler.setAvailableSpaceFill(0.75);
    styler.setLabelsVisible(true);
    styler.setLabelsPosition(0.9);
    styler.setLabelsFont(font(Font.PLAIN, 10));
    styler.setLabelsFontColorAutomaticEnabled(true);
  }

  private static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }
}
