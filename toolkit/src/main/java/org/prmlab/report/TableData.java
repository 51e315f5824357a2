package org.prmlab.report;

import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.prmlab.stats.Estimate;

/**
 * A table for programs: CSV and JSON. Shares are in percent, as in text, and the name of the column
 * says so; numbers have twelve digits. An estimate has three columns: {@code f1_percent}, {@code
 * f1_percent_low}, {@code f1_percent_high}; bounds that the data do not tell are empty.
 */
final class TableData {
  private static final MathContext DIGITS = new MathContext(12);

  private TableData() {}

  /** The columns with bounds beside values. */
  static List<FlatColumn> flat(ResultTable table) {
    List<FlatColumn> all = new ArrayList<>();
    for (int i = 0; i < table.header().size(); i++) {
      int column = i;
      ResultColumn head = table.header().get(i);
      List<ResultCell> cells = table.cells().stream().map(row -> row.get(column)).toList();
      all.add(flat(head.name(), head.unit(), cells));
      if (hasBounds(head.unit(), cells)) {
        all.add(flat(head.name() + "_low", head.unit(), each(cells, Estimate::low)));
        all.add(flat(head.name() + "_high", head.unit(), each(cells, Estimate::high)));
      }
    }
    return all;
  }

  private static boolean hasBounds(Unit unit, List<ResultCell> cells) {
    List<Object> values = cells.stream().flatMap(c -> c.value().stream()).toList();
    boolean any = values.stream().anyMatch(Estimate.class::isInstance);
    return any || (values.isEmpty() && unit != Unit.TEXT && unit != Unit.COUNT);
  }

  private static List<ResultCell> each(List<ResultCell> cells, ToDoubleFunction<Estimate> bound) {
    return cells.stream()
        .map(
            cell ->
                cell.value().orElse("") instanceof Estimate e
                    ? new ResultCell("", Optional.of(bound.applyAsDouble(e)))
                    : new ResultCell("", Optional.empty()))
        .toList();
  }

  private static FlatColumn flat(String name, Unit unit, List<ResultCell> cells) {
    List<Optional<Object>> values =
        cells.stream().map(cell -> cell.value().flatMap(value -> single(value, unit))).toList();
    boolean numeric =
        unit != Unit.TEXT
            || (values.stream().anyMatch(Optional::isPresent)
                && values.stream().flatMap(Optional::stream).allMatch(Number.class::isInstance));
    return new FlatColumn(name, numeric, values);
  }

  private static Optional<Object> single(Object value, Unit unit) {
    if (value instanceof Estimate estimate) {
      return number(unit.written(estimate.value()));
    }
    return value instanceof Double number ? number(unit.written(number)) : Optional.of(value);
  }

  private static Optional<Object> number(double value) {
    if (!Double.isFinite(value)) {
      return Optional.empty();
    }
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    return Optional.of(rounded.signum() == 0 ? BigDecimal.ZERO : rounded);
  }

  /** As RFC 4180 quotes; lines end in a line feed. */
  static String csv(ResultTable table) {
    List<FlatColumn> columns = flat(table);
    StringBuilder out = new StringBuilder();
    out.append(line(columns.stream().map(FlatColumn::name).toList()));
    for (int row = 0; row < table.cells().size(); row++) {
      int at = row;
      out.append(line(columns.stream().map(c -> text(c.values().get(at))).toList()));
    }
    return out.toString();
  }

  static String text(Optional<Object> value) {
    return value.map(v -> v instanceof BigDecimal d ? d.toPlainString() : v.toString()).orElse("");
  }

  private static String line(List<String> cells) {
    String line = cells.stream().map(TableData::quoted).collect(Collectors.joining(","));
    return (line.isEmpty() ? "\"\"" : line) + "\n";
  }

  private static String quoted(String cell) {
    boolean plain = cell.equals(cell.strip()) && !cell.matches("(?s).*[\",\\r\\n].*");
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  static String json(ResultTable table) {
    String columns =
        table.header().stream()
            .map(
                c ->
                    "{\"key\":%s,\"title\":%s,\"unit\":%s}"
                        .formatted(
                            string(c.key()),
                            string(c.title()),
                            string(c.unit().name().toLowerCase(Locale.ROOT))))
            .collect(Collectors.joining(",\n  "));
    String rows =
        table.cells().stream()
            .map(row -> object(table.header(), row))
            .collect(Collectors.joining(",\n  "));
    return "{\"caption\":%s,\n \"columns\":[\n  %s],\n \"rows\":[\n  %s]}\n"
        .formatted(string(table.caption()), columns, rows);
  }

  private static String object(List<ResultColumn> header, List<ResultCell> row) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> string(header.get(i).key()) + ":" + value(row.get(i), header.get(i).unit()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String value(ResultCell cell, Unit unit) {
    Object value = cell.value().orElse("");
    if (value instanceof Estimate e) {
      String reason = e.reason().map(r -> ",\"reason\":" + string(r)).orElse("");
      return "{\"value\":%s,\"low\":%s,\"high\":%s%s}"
          .formatted(json(e.value(), unit), json(e.low(), unit), json(e.high(), unit), reason);
    }
    if (value instanceof Double number) {
      return json(number, unit);
    }
    if (cell.value().isEmpty()) {
      return "null";
    }
    return value instanceof Number ? value.toString() : string(value.toString());
  }

  private static String json(double value, Unit unit) {
    return number(unit.written(value)).map(n -> text(Optional.of(n))).orElse("null");
  }

  private static String string(String text) {
    return TextNode.valueOf(text).toString();
  }
}
