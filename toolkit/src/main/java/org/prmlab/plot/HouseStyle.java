package org.prmlab.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.CategoryStyler;

/**
 * How every chart looks: white ground, no box, horizontal grid only; colours, markers and dashes
 * are a {@link Look} each.
 */
final class HouseStyle {
  static final int WIDTH = 640;
  static final int PANEL_HEIGHT = 330;
  private static final Color GRID = new Color(0xDDDDDD);

  private HouseStyle() {}

  static Color grid() {
    return GRID;
  }

  /** The line of an interval around a point. */
  static BasicStroke intervalLine() {
    return new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  }

  /** What all charts share. */
  static void apply(AxesChartStyler styler) {
    Font text = font(Font.PLAIN, 12);
    styler.setBaseFont(text);
    styler.setChartFontColor(Look.INK);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setPlotGridLinesColor(GRID);
    styler.setPlotGridLinesStroke(new BasicStroke(1f));
    styler.setAxisTicksLineVisible(false);
    styler.setAxisTickMarksColor(GRID);
    styler.setAxisTickLabelsFont(font(Font.PLAIN, 11));
    styler.setAxisTickLabelsColor(Look.INK);
    styler.setAxisTitleFont(text);
    styler.setChartTitleVisible(false);
    styler.setChartPadding(4);
    styler.setLegendVisible(false); // one legend for all panels: FigureLegend
    styler.setAnnotationTextFont(font(Font.PLAIN, 11));
    styler.setAnnotationTextFontColor(Look.INK);
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

  static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }
}
