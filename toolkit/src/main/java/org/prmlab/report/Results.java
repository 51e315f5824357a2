package org.prmlab.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prmlab.stats.Estimate;

/**
 * Results of one kind under names: of parts of the data, of systems, of settings. A table has a row
 * for each.
 */
public final class Results<R extends TableRow> implements Tabular {
  /** The name of the total. */
  public static final String ALL = "all";

  private final String title;
  private final Map<String, R> parts;
  private final @Nullable R total;

  private Results(String title, Map<String, R> parts, @Nullable R total) {
    this.title = title;
    this.parts = parts;
    this.total = total;
  }

  /** No results yet; {@code title} says what the names are, e.g. {@code PRM}. */
  public static <R extends TableRow> Results<R> of(String title) {
    return new Results<>(title, new LinkedHashMap<>(), null);
  }

  /** Results by name, in the order of the map. */
  public static <R extends TableRow> Results<R> of(String title, Map<?, ? extends R> named) {
    Map<String, R> parts = new LinkedHashMap<>();
    named.forEach((name, result) -> parts.put(String.valueOf(name), result));
    return new Results<>(title, parts, null);
  }

  /**
   * One result for each of several items, such as thresholds.
   *
   * @param name how the table names an item
   * @param measure the result of an item
   */
  public static <T, R extends TableRow> Results<R> each(
      String title,
      Iterable<? extends T> items,
      Function<? super T, String> name,
      Function<? super T, R> measure) {
    Map<String, R> parts = new LinkedHashMap<>();
    items.forEach(item -> parts.put(name.apply(item), measure.apply(item)));
    return new Results<>(title, parts, null);
  }

  /** These and one more, which replaces another of its name. */
  public Results<R> with(Object name, R result) {
    Map<String, R> more = new LinkedHashMap<>(parts);
    more.put(name.toString(), result);
    return new Results<>(title, more, total);
  }

  /** What is read off each of these, such as the steps of an agreement; a total too. */
  public <S extends TableRow> Results<S> map(Function<? super R, ? extends S> reading) {
    Map<String, S> read = new LinkedHashMap<>();
    parts.forEach((name, result) -> read.put(name, reading.apply(result)));
    return new Results<>(title, read, total == null ? null : reading.apply(total));
  }

  /**
   * Comparisons in pairs: each of the first minus each of the second, named {@code first - second}.
   *
   * @param difference of two results, such as {@code AccuracyAtK::compare}
   * @param firsts names of these results
   * @param seconds names of these results; one beside itself is left out
   */
  public <S extends TableRow> Results<S> pairs(
      BiFunction<? super R, ? super R, ? extends S> difference, List<?> firsts, List<?> seconds) {
    Map<String, S> compared = new LinkedHashMap<>();
    for (Object first : firsts) {
      for (Object second : seconds) {
        if (!first.equals(second)) {
          compared.put(first + " - " + second, difference.apply(get(first), get(second)));
        }
      }
    }
    return new Results<>("pair", compared, null);
  }

  /**
   * One number of each of many results, as a table of rows and columns, such as F1 by system and
   * tier.
   *
   * @param title what the rows are
   * @param rows by name; all have results of the same names, which are the columns
   * @param share a share in [0, 1]; absent where it is undefined
   */
  public static <R extends TableRow> ResultTable across(
      String title, Map<?, Results<R>> rows, Function<? super R, Optional<Estimate>> share) {
    List<ResultColumn> columns = new ArrayList<>(List.of(ResultColumn.text(title)));
    rows.values().stream()
        .findFirst()
        .ifPresent(row -> row.parts.keySet().forEach(n -> columns.add(ResultColumn.percent(n, n))));
    ResultTable table = ResultTable.of(columns);
    for (Map.Entry<?, Results<R>> row : rows.entrySet()) {
      List<@Nullable Object> cells = new ArrayList<>(List.of(String.valueOf(row.getKey())));
      row.getValue().parts.values().forEach(result -> cells.add(share.apply(result)));
      table = table.row(cells.toArray());
    }
    return table.withIntervalCaption();
  }

  /** The same with another title of the names, e.g. {@code tier}. */
  public Results<R> titled(String title) {
    return new Results<>(title, parts, total);
  }

  /** The same, of parts whose total is known; see {@link #withTotal()}. */
  public Results<R> ofTotal(R total) {
    return new Results<>(title, parts, total);
  }

  /**
   * These and the result of all parts together, named {@link #ALL}.
   *
   * @throws IllegalStateException if these are no parts of a whole
   */
  public Results<R> withTotal() {
    if (total == null) {
      throw new IllegalStateException(
          "no total of %s: these are results of their own; add one with(name, result)"
              .formatted(parts.keySet()));
    }
    return with(ALL, total);
  }

  /**
   * The result of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public R get(Object name) {
    R result = parts.get(name.toString());
    if (result == null) {
      throw new IllegalArgumentException(
          "no result for %s '%s'; there are %s".formatted(title, name, parts.keySet()));
    }
    return result;
  }

  /** One number of each, in order, such as {@code values(StepErrors::f1)}. */
  public List<Double> values(Function<? super R, Estimate> measure) {
    return parts.values().stream().map(r -> measure.apply(r).value()).toList();
  }

  /** All by name, in order. */
  public Map<String, R> toMap() {
    return Collections.unmodifiableMap(parts);
  }

  /** All in order. */
  public List<R> toList() {
    return List.copyOf(parts.values());
  }

  @Override
  public ResultTable table() {
    List<ResultColumn> columns = new ArrayList<>(List.of(ResultColumn.text(title)));
    parts.values().stream().findFirst().ifPresent(first -> columns.addAll(first.columns()));
    ResultTable table = ResultTable.of(columns);
    for (Map.Entry<String, R> part : parts.entrySet()) {
      List<@Nullable Object> cells = new ArrayList<>(List.of(part.getKey()));
      cells.addAll(part.getValue().cells());
      table = table.row(cells.toArray());
    }
    return table.withIntervalCaption();
  }

  @Override
  public String toString() {
    return table().toString();
  }
}
