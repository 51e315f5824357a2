package org.prmlab.evaluation.bestofn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prmlab.report.ResultColumn;
import org.prmlab.report.ResultTable;
import org.prmlab.report.Tabular;

/**
 * Accuracy of the chosen answer by way to choose: a row a way, a column a number of samples.
 *
 * @param curves by name of the way, in order; every curve has the same k
 */
public record BestOfNCurves(Map<String, List<AccuracyAtK>> curves) implements Tabular {
  public BestOfNCurves {
    Map<String, List<AccuracyAtK>> copies = new LinkedHashMap<>();
    curves.forEach((name, curve) -> copies.put(name, List.copyOf(curve)));
    curves = Collections.unmodifiableMap(copies);
  }

  /** No curves yet. */
  public static BestOfNCurves none() {
    return new BestOfNCurves(Map.of());
  }

  /** These and one more, which replaces another of its name. */
  public BestOfNCurves with(String name, List<AccuracyAtK> curve) {
    Map<String, List<AccuracyAtK>> more = new LinkedHashMap<>(curves);
    more.put(name, curve);
    return new BestOfNCurves(more);
  }

  /**
   * The curve of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public List<AccuracyAtK> get(String name) {
    List<AccuracyAtK> curve = curves.get(name);
    if (curve == null) {
      throw new IllegalArgumentException(
          "no curve '%s'; there are %s".formatted(name, curves.keySet()));
    }
    return curve;
  }

  /** The curves of these names, in this order. */
  public BestOfNCurves only(String... names) {
    BestOfNCurves some = none();
    for (String name : names) {
      some = some.with(name, get(name));
    }
    return some;
  }

  /** The accuracy of a way at this many samples. */
  public AccuracyAtK at(String name, int k) {
    return get(name).stream()
        .filter(point -> point.k() == k)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "curve '%s' has no k = %d; it has %s"
                        .formatted(name, k, get(name).stream().map(AccuracyAtK::k).toList())));
  }

  @Override
  public ResultTable table() {
    List<ResultColumn> columns = new ArrayList<>(List.of(ResultColumn.text("selection")));
    curves.values().stream()
        .limit(1)
        .flatMap(List::stream)
        .forEach(p -> columns.add(ResultColumn.percent("k = " + p.k(), "k_" + p.k())));
    ResultTable table = ResultTable.of(columns);
    for (Map.Entry<String, List<AccuracyAtK>> curve : curves.entrySet()) {
      List<@Nullable Object> cells = new ArrayList<>(List.of(curve.getKey()));
      curve.getValue().forEach(p -> cells.add(p.accuracy()));
      table = table.row(cells.toArray());
    }
    return table.withIntervalCaption();
  }

  @Override
  public String toString() {
    return table().toString();
  }
}
