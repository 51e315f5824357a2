package org.prmlab.plot;

import java.util.List;
import java.util.stream.IntStream;
import org.prmlab.evaluation.Interval;

/**
 * The numbers behind one colour of a chart.
 *
 * @param name its legend entry, unique in the chart
 * @param values one number for each place on the x axis; NaN where there is none
 * @param low lower ends of the intervals, one a value; empty for none
 * @param high upper ends of the intervals, one a value; empty for none
 */
public record PlotSeries(String name, List<Double> values, List<Double> low, List<Double> high) {
  public PlotSeries {
    values = List.copyOf(values);
    low = List.copyOf(low);
    high = List.copyOf(high);
    if (low.size() != high.size() || (!low.isEmpty() && low.size() != values.size())) {
      throw new IllegalArgumentException(
          "series '%s' has %d values, %d lower and %d upper ends; one of each a value, or no ends"
              .formatted(name, values.size(), low.size(), high.size()));
    }
  }

  /** A series without intervals. */
  public static PlotSeries of(String name, List<Double> values) {
    return new PlotSeries(name, values, List.of(), List.of());
  }

  /** Rates in [0, 1] in percent, with their intervals. */
  public static PlotSeries ofRates(String name, List<Interval> rates) {
    return new PlotSeries(
        name,
        rates.stream().map(r -> 100 * r.value()).toList(),
        rates.stream().map(r -> 100 * r.low()).toList(),
        rates.stream().map(r -> 100 * r.high()).toList());
  }

  /** The same with the interval {@code value +- halfWidth} around each value. */
  public PlotSeries withHalfWidths(List<Double> halfWidths) {
    return new PlotSeries(name, values, shifted(halfWidths, -1), shifted(halfWidths, 1));
  }

  boolean hasIntervals() {
    return !low.isEmpty();
  }

  private List<Double> shifted(List<Double> by, int sign) {
    return IntStream.range(0, values.size())
        .mapToObj(i -> values.get(i) + sign * by.get(i))
        .toList();
  }
}
