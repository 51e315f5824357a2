package org.prmlab.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.prmlab.stats.Estimate;

/** A table for people: aligned text and HTML. */
final class TableText {
  private static final char NO_BREAK = '\u00a0';
  private static final Pattern NUMBER = Pattern.compile("[-+]?[\\d.,]*%?( \\[.*])?|-");

  private TableText() {}

  static String of(ResultTable table) {
    List<String> titles = table.columns();
    List<List<String>> rows = table.rows();
    int[] widths = IntStream.range(0, titles.size()).map(i -> width(i, titles, rows)).toArray();
    List<String> lines = new ArrayList<>();
    if (!table.caption().isEmpty()) {
      lines.add(table.caption());
    }
    boolean[] numeric = numeric(table);
    lines.add(line(titles, widths, numeric));
    lines.add(Arrays.stream(widths).mapToObj("-"::repeat).collect(Collectors.joining("  ")));
    rows.forEach(row -> lines.add(line(row, widths, numeric)));
    return String.join("\n", lines);
  }

  static String html(ResultTable table) {
    StringBuilder html = new StringBuilder("<table class=\"prmlab\">");
    if (!table.caption().isEmpty()) {
      html.append("<caption>").append(Html.escape(table.caption())).append("</caption>");
    }
    boolean[] numeric = numeric(table);
    html.append("<thead>")
        .append(htmlRow(table.columns(), "th", numeric))
        .append("</thead><tbody>");
    table.rows().forEach(row -> html.append(htmlRow(unbroken(row, numeric), "td", numeric)));
    return html.append("</tbody></table>").toString();
  }

  /** Which columns hold nothing but numbers, with intervals or without. */
  static boolean[] numeric(ResultTable table) {
    List<List<String>> rows = table.rows();
    boolean[] numeric = new boolean[table.header().size()];
    for (int i = 0; i < numeric.length; i++) {
      int column = i;
      numeric[i] =
          !rows.isEmpty() && rows.stream().allMatch(r -> NUMBER.matcher(r.get(column)).matches());
    }
    return numeric;
  }

  /** What is in the brackets, e.g. {@code percent [95 % interval]}; empty without estimates. */
  static String intervals(ResultTable table) {
    Optional<Estimate> any =
        table.cells().stream()
            .flatMap(List::stream)
            .flatMap(cell -> cell.value().stream())
            .filter(Estimate.class::isInstance)
            .map(Estimate.class::cast)
            .findFirst();
    boolean percent = table.header().stream().anyMatch(c -> c.unit() == Unit.PERCENT);
    String interval =
        any.map(e -> String.format(Locale.ROOT, "[%.0f %% interval]", 100 * e.level())).orElse("");
    return ((percent ? "percent " : "") + interval).strip();
  }

  private static int width(int column, List<String> titles, List<List<String>> rows) {
    return Math.max(
        titles.get(column).length(),
        rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
  }

  private static String line(List<String> cells, int[] widths, boolean[] numeric) {
    return IntStream.range(0, widths.length)
        .mapToObj(i -> padded(cells.get(i), numeric[i] ? widths[i] : -widths[i]))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }

  private static String padded(String text, int width) {
    String space = " ".repeat(Math.abs(width) - text.length());
    return width > 0 ? space + text : text + space;
  }

  /** With spaces at which a page does not break the line between a number and its interval. */
  private static List<String> unbroken(List<String> row, boolean[] numeric) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> numeric[i] ? row.get(i).replace(' ', NO_BREAK) : row.get(i))
        .toList();
  }

  /** Pages align cells right by default, as numbers need it; text is told to stand left. */
  private static String htmlRow(List<String> cells, String tag, boolean[] numeric) {
    return IntStream.range(0, cells.size())
        .mapToObj(
            i ->
                "<%s%s>%s</%s>"
                    .formatted(
                        tag,
                        numeric[i] ? "" : " style=\"text-align:left\"",
                        Html.escape(cells.get(i)),
                        tag))
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }
}
