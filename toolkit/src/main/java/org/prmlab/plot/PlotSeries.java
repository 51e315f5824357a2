package org.prmlab.plot;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.prmlab.stats.Estimate;

/**
 * The numbers behind one colour of a chart.
 *
 * @param name its legend entry, unique in the chart
 * @param values one number for each place on the x axis; NaN where there is none
 * @param low lower ends of the intervals, one a value, NaN where it is unknown; empty for none
 * @param high upper ends of the intervals, one a value, NaN where it is unknown; empty for none
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
  public static PlotSeries ofRates(String name, List<Estimate> rates) {
    return of(name, rates, 100);
  }

  /** Numbers in their own unit, with their intervals. */
  static PlotSeries ofNumbers(String name, List<Estimate> numbers) {
    return of(name, numbers, 1);
  }

  private static PlotSeries of(String name, List<Estimate> estimates, double factor) {
    return new PlotSeries(
        name,
        estimates.stream().map(e -> factor * e.value()).toList(),
        estimates.stream().map(e -> end(factor * e.low())).toList(),
        estimates.stream().map(e -> end(factor * e.high())).toList());
  }

  /** NaN for a bound that is unknown. */
  private static double end(double bound) {
    return Double.isInfinite(bound) ? Double.NaN : bound;
  }

  /** The same with the interval {@code value +- halfWidth} around each value. */
  public PlotSeries withHalfWidths(List<Double> halfWidths) {
    return new PlotSeries(name, values, shifted(halfWidths, -1), shifted(halfWidths, 1));
  }

  boolean hasIntervals() {
    return !low.isEmpty();
  }

  /** Whether there is an interval at every place that has a value. */
  boolean hasAllIntervals() {
    return hasIntervals()
        && IntStream.range(0, values.size())
            .noneMatch(i -> !values.get(i).isNaN() && low.get(i).isNaN());
  }

  /** All numbers that are drawn: values and the ends of their intervals. */
  DoubleStream drawn() {
    return Stream.of(values, low, high)
        .flatMap(List::stream)
        .mapToDouble(v -> v)
        .filter(v -> !Double.isNaN(v));
  }

  private List<Double> shifted(List<Double> by, int sign) {
    return IntStream.range(0, values.size())
        .mapToObj(i -> values.get(i) + sign * by.get(i))
        .toList();
  }
}
