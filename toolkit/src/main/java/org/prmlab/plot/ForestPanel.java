package org.prmlab.plot;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.prmlab.findings.Claim;
import org.prmlab.findings.ClaimKind;
import org.prmlab.findings.Finding;

/** The claims of one unit, a row each, over one axis. */
record ForestPanel(List<Finding> findings) implements Panel {
  private static final int AXIS = 36; // below the rows
  private static final int HEAD = 22; // above them
  private static final int GROUP = 7; // between letters

  ForestPanel {
    findings = List.copyOf(findings);
  }

  @Override
  public String heading() {
    return "";
  }

  @Override
  public boolean isWide() {
    return true;
  }

  String unit() {
    return findings.get(0).posed().unit() == Claim.Unit.POINTS
        ? "percentage points"
        : "kappa, not points";
  }

  @Override
  public FigureData data() {
    FigureData data =
        FigureData.ofAxes(
            "claim",
            unit(),
            findings.stream().map(f -> ForestRow.words(f) + ": " + f.conclusion()).toList());
    data =
        data.with(PlotSeries.ofNumbers("mean", findings.stream().map(Finding::ours).toList()))
            .with(PlotSeries.of("paper", findings.stream().map(f -> f.posed().paper()).toList()));
    int worlds = findings.stream().mapToInt(f -> f.worlds().size()).max().orElse(0);
    for (int i = 0; i < worlds; i++) {
      int world = i;
      data =
          data.with(
              PlotSeries.of(
                  "world of seed " + findings.get(0).worlds().get(world).seed(),
                  findings.stream().map(f -> number(f, world)).toList()));
    }
    return data;
  }

  private static double number(Finding finding, int world) {
    return world < finding.worlds().size()
        ? finding.worlds().get(world).mean().orElse(Double.NaN)
        : Double.NaN;
  }

  @Override
  public int height() {
    int rows = findings.stream().mapToInt(ForestRow::height).sum();
    return HEAD + rows + GROUP * groups() + AXIS;
  }

  private int groups() {
    return (int) findings.stream().map(ForestPanel::letter).distinct().count() - 1;
  }

  private static String letter(Finding finding) {
    return finding.id().substring(0, 1);
  }

  /**
   * Where the axis begins and ends: all numbers are on it, and of the intervals as much as reaches
   * half as far again.
   */
  double[] ends() {
    double[] numbers =
        findings.stream()
            .flatMapToDouble(
                f ->
                    DoubleStream.concat(
                        DoubleStream.of(0, f.ours().value(), f.posed().paper(), bound(f)),
                        f.values().stream().mapToDouble(v -> v)))
            .filter(v -> !Double.isNaN(v))
            .sorted()
            .toArray();
    double least = numbers[0];
    double most = numbers[numbers.length - 1];
    double room = (most - least) / 2;
    double[] intervals =
        findings.stream()
            .flatMap(f -> Stream.of(f.ours().low(), f.ours().high()))
            .filter(Double::isFinite)
            .mapToDouble(end -> Math.max(least - room, Math.min(most + room, end)))
            .sorted()
            .toArray();
    double low = intervals.length == 0 ? least : Math.min(least, intervals[0]);
    double high = intervals.length == 0 ? most : Math.max(most, intervals[intervals.length - 1]);
    double margin = Math.max(1e-6, (high - low) / 40);
    return new double[] {low - margin, high + margin};
  }

  private static double bound(Finding finding) {
    return finding.posed().bound();
  }

  @Override
  public List<LegendEntry> legend() {
    List<LegendEntry> entries = new ArrayList<>(ForestRow.legend());
    if (findings.stream().noneMatch(f -> f.posed().kind() == ClaimKind.WITHIN)) {
      entries.removeIf(e -> e.name().equals(ForestRow.MARGIN));
    }
    return entries;
  }

  @Override
  public void paint(Graphics2D graphics, Dimension size) {
    ForestAxis axis = ForestAxis.of(ends(), size.width);
    double bottom = size.height - AXIS;
    axis.paintGrid(graphics, HEAD, bottom);
    graphics.setColor(Look.INK);
    graphics.setFont(ForestRow.BOLD);
    axis.heads(graphics, unit());
    double y = HEAD;
    for (int i : IntStream.range(0, findings.size()).toArray()) {
      Finding finding = findings.get(i);
      if (i > 0 && !letter(finding).equals(letter(findings.get(i - 1)))) {
        graphics.setColor(HouseStyle.grid());
        graphics.fill(new Rectangle2D.Double(0, y + GROUP / 2.0, size.width, 1));
        y += GROUP;
      }
      new ForestRow(finding, axis).paint(graphics, y);
      y += ForestRow.height(finding);
    }
    graphics.setColor(Look.INK);
    graphics.setStroke(HouseStyle.intervalLine());
    graphics.draw(new Line2D.Double(axis.x(0), HEAD, axis.x(0), bottom));
    axis.paintTicks(graphics, bottom);
  }
}
