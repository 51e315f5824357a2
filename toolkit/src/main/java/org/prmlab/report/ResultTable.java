package org.prmlab.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A small table of results that reads well as aligned text and as HTML.
 *
 * <p>Cells are text. Numbers are written with one decimal, the precision of the paper's tables;
 * pass text for another precision. A column whose cells are all numeric is aligned right.
 *
 * @param caption one line above the table; may be empty
 * @param columns the column titles
 * @param rows one list of cells a row, each as long as {@code columns}
 */
public record ResultTable(String caption, List<String> columns, List<List<String>> rows) {
  /** A page shows this many rows as text and says how many it left out. */
  public static final int SHOWN_ROWS = 10;

  private static final int SHOWN_HTML_ROWS = 40;
  private static final char NO_BREAK = '\u00a0';
  private static final Pattern NUMBER = Pattern.compile("[-+]?[\\d.,]*%?( \\[.*])?|-");

  public ResultTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "row %s has %d cells; the table has %d columns"
                .formatted(row, row.size(), columns.size()));
      }
    }
  }

  /** An empty table with these columns. */
  public static ResultTable withColumns(String... columns) {
    return new ResultTable("", List.of(columns), List.of());
  }

  /** This table with a line above it. */
  public ResultTable withCaption(String caption) {
    return new ResultTable(caption, columns, rows);
  }

  /** This table with one more row. Numbers get one decimal; null is an empty cell. */
  public ResultTable row(@Nullable Object... cells) {
    List<List<String>> more = new ArrayList<>(rows);
    more.add(Arrays.stream(cells).map(ResultTable::cell).toList());
    return new ResultTable(caption, columns, more);
  }

  /** The first rows, as many as a page shows, with a caption that says how many there are. */
  public ResultTable head(int count) {
    if (rows.size() <= count) {
      return this;
    }
    String note = "first %d of %d rows".formatted(count, rows.size());
    String line = caption.isEmpty() ? note : caption + " (" + note + ")";
    return new ResultTable(line, columns, rows.subList(0, count));
  }

  /** Aligned plain text, every row, no line break at the end. */
  @Override
  public String toString() {
    int[] widths = IntStream.range(0, columns.size()).map(this::width).toArray();
    List<String> lines = new ArrayList<>();
    if (!caption.isEmpty()) {
      lines.add(caption);
    }
    boolean[] numeric = numeric();
    lines.add(line(columns, widths, numeric));
    lines.add(Arrays.stream(widths).mapToObj("-"::repeat).collect(Collectors.joining("  ")));
    rows.forEach(row -> lines.add(line(row, widths, numeric)));
    return String.join("\n", lines);
  }

  /** An HTML table, every row. */
  public String toHtml() {
    StringBuilder html = new StringBuilder("<table class=\"prmlab\">");
    if (!caption.isEmpty()) {
      html.append("<caption>").append(Html.escape(caption)).append("</caption>");
    }
    boolean[] numeric = numeric();
    html.append("<thead>").append(htmlRow(columns, "th", numeric)).append("</thead><tbody>");
    rows.forEach(row -> html.append(htmlRow(unbroken(row, numeric), "td", numeric)));
    return html.append("</tbody></table>").toString();
  }

  /**
   * What a page shows: as text the first {@link #SHOWN_ROWS} rows, as HTML the first {@link
   * #SHOWN_HTML_ROWS}, with a note how to see the others; no box that scrolls, so that it prints.
   */
  public View view() {
    String html = head(SHOWN_HTML_ROWS).toHtml();
    String note =
        rows.size() <= SHOWN_HTML_ROWS
            ? ""
            : "<p>%d more rows; System.out.println(table) prints them all.</p>"
                .formatted(rows.size() - SHOWN_HTML_ROWS);
    return View.ofText(head(SHOWN_ROWS).toString()).withHtml(html + note);
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof Double decimal
        ? String.format(Locale.ROOT, "%.1f", decimal)
        : value.toString();
  }

  private int width(int column) {
    return Math.max(
        columns.get(column).length(),
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

  /** Which columns hold nothing but numbers, with intervals or without. */
  private boolean[] numeric() {
    boolean[] numeric = new boolean[columns.size()];
    for (int i = 0; i < numeric.length; i++) {
      int column = i;
      numeric[i] =
          !rows.isEmpty() && rows.stream().allMatch(r -> NUMBER.matcher(r.get(column)).matches());
    }
    return numeric;
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
