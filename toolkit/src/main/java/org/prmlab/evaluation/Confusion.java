package org.prmlab.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.prmlab.report.ResultColumn;
import org.prmlab.report.ResultTable;
import org.prmlab.report.Tabular;

/**
 * How often one source says this where the other says that.
 *
 * @param categories what can be said
 * @param counts counts.get(i).get(j): the first says category i, the second category j
 */
public record Confusion(List<String> categories, List<List<Long>> counts) implements Tabular {
  /** Rows: what the first source says; columns: what the second says. */
  @Override
  public ResultTable table() {
    List<ResultColumn> columns = new ArrayList<>(List.of(ResultColumn.text("first \\ second")));
    categories.forEach(c -> columns.add(ResultColumn.count(c, "second_" + c.replace(' ', '_'))));
    ResultTable table = ResultTable.of(columns);
    for (int i = 0; i < categories.size(); i++) {
      List<@Nullable Object> cells = new ArrayList<>(List.of(categories.get(i)));
      cells.addAll(counts.get(i));
      table = table.row(cells.toArray());
    }
    return table;
  }

  @Override
  public String toString() {
    return table().toString();
  }

  public Confusion {
    categories = List.copyOf(categories);
    counts = counts.stream().map(List::copyOf).toList();
    int size = categories.size();
    if (counts.size() != size || counts.stream().anyMatch(row -> row.size() != size)) {
      throw new IllegalArgumentException(
          size + " categories; a square table of as many rows and columns expected");
    }
  }

  /** The confusion of two codings of the same items by category index. */
  static Confusion of(List<String> categories, int[] first, int[] second) {
    long[][] counts = new long[categories.size()][categories.size()];
    for (int i = 0; i < first.length; i++) {
      counts[first[i]][second[i]]++;
    }
    return of(categories, counts);
  }

  /** The confusion of two lists of names for the same items; categories are sorted by name. */
  public static Confusion of(List<String> first, List<String> second) {
    if (first.size() != second.size()) {
      throw new IllegalArgumentException(
          first.size() + " and " + second.size() + " items; pairs of the same items expected");
    }
    TreeSet<String> names = new TreeSet<>(first);
    names.addAll(second);
    List<String> categories = List.copyOf(names);
    return of(
        categories,
        first.stream().mapToInt(categories::indexOf).toArray(),
        second.stream().mapToInt(categories::indexOf).toArray());
  }

  static Confusion of(List<String> categories, long[][] counts) {
    return new Confusion(
        categories, Arrays.stream(counts).map(row -> Arrays.stream(row).boxed().toList()).toList());
  }

  /** The counts of other items, of the same categories, added to these. */
  Confusion plus(Confusion other) {
    long[][] sum = new long[categories.size()][categories.size()];
    for (int i = 0; i < sum.length; i++) {
      for (int j = 0; j < sum.length; j++) {
        sum[i][j] = count(i, j) + other.count(i, j);
      }
    }
    return of(categories, sum);
  }

  /** Number of items. */
  public long total() {
    return counts.stream().flatMap(List::stream).mapToLong(Long::longValue).sum();
  }

  /** Items where the first says {@code i} and the second {@code j}, counted from 0. */
  public long count(int i, int j) {
    return counts.get(i).get(j);
  }

  /** Share of items where both say the same; empty without items. */
  public OptionalDouble agreement() {
    long same = 0;
    for (int i = 0; i < categories.size(); i++) {
      same += count(i, i);
    }
    return total() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) same / total());
  }
}
