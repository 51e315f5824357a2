package org.prmlab.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.prmlab.stats.Estimate;

/**
 * A table of results that reads well as aligned text and as HTML, and writes itself for papers and
 * programs.
 *
 * <p>A plain table ({@link #withColumns}) holds text and numbers, which are written with one
 * decimal; pass text for another precision. A table of typed columns ({@link #of}) also holds
 * estimates: files have the value and its bounds. A column whose cells are all numeric is aligned
 * right.
 */
public final class ResultTable implements Tabular {
  /** A page shows this many rows as text and says how many it left out. */
  public static final int SHOWN_ROWS = 10;

  private static final int SHOWN_HTML_ROWS = 40;

  private final String caption;
  private final List<ResultColumn> header;
  private final List<List<ResultCell>> cells;

  private ResultTable(String caption, List<ResultColumn> header, List<List<ResultCell>> cells) {
    this.caption = caption;
    this.header = header;
    this.cells = cells;
  }

  /** An empty table with these plain columns. */
  public static ResultTable withColumns(String... titles) {
    Set<String> keys = new HashSet<>();
    List<ResultColumn> columns = new ArrayList<>();
    for (String title : titles) {
      ResultColumn column = ResultColumn.text(title);
      String key = column.key();
      for (int i = 2; !keys.add(key); i++) {
        key = column.key() + "_" + i;
      }
      columns.add(column.withKey(key));
    }
    return of(columns);
  }

  /**
   * An empty table with these columns.
   *
   * @throws IllegalArgumentException if two have the same key
   */
  public static ResultTable of(List<ResultColumn> columns) {
    Set<String> keys = new HashSet<>();
    for (ResultColumn column : columns) {
      if (!keys.add(column.key())) {
        throw new IllegalArgumentException(
            "two columns have the key '%s'; keys must differ".formatted(column.key()));
      }
    }
    return new ResultTable("", List.copyOf(columns), List.of());
  }

  /**
   * A table of results of one kind; at least one.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ResultTable ofRows(List<? extends TableRow> rows) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("no results to make a table of; at least one expected");
    }
    ResultTable table = of(rows.get(0).columns());
    for (TableRow row : rows) {
      table = table.row(row.cells().toArray());
    }
    return table.withIntervalCaption();
  }

  /** A plain table of text. */
  public static ResultTable ofText(String caption, List<String> titles, List<List<String>> rows) {
    ResultTable empty = withColumns(titles.toArray(String[]::new)).withCaption(caption);
    List<List<ResultCell>> cells = new ArrayList<>();
    rows.forEach(row -> cells.add(empty.cells(row.toArray())));
    return new ResultTable(caption, empty.header, cells);
  }

  /** This table with a line above it. */
  public ResultTable withCaption(String caption) {
    return new ResultTable(caption, header, cells);
  }

  /** This table with a line that says what its numbers and their brackets are. */
  public ResultTable withIntervalCaption() {
    return withCaption(TableText.intervals(this));
  }

  /**
   * This table with one more row.
   *
   * @param values text, numbers, estimates, or optionals of these; null is an empty cell, an empty
   *     optional a dash
   */
  public ResultTable row(@Nullable Object... values) {
    List<List<ResultCell>> more = new ArrayList<>(cells);
    more.add(cells(values));
    return new ResultTable(caption, header, more);
  }

  private List<ResultCell> cells(@Nullable Object... values) {
    if (values.length != header.size()) {
      throw new IllegalArgumentException(
          "row %s has %d cells; the table has %d columns"
              .formatted(Arrays.toString(values), values.length, header.size()));
    }
    return IntStream.range(0, values.length)
        .mapToObj(i -> ResultCell.of(values[i], header.get(i).unit()))
        .toList();
  }

  /** This table with these columns only, by key, in this order. */
  public ResultTable only(String... keys) {
    int[] places = Arrays.stream(keys).mapToInt(this::place).toArray();
    return new ResultTable(
        caption,
        IntStream.of(places).mapToObj(header::get).toList(),
        cells.stream().map(row -> IntStream.of(places).mapToObj(row::get).toList()).toList());
  }

  private int place(String key) {
    List<String> keys = header.stream().map(ResultColumn::key).toList();
    if (!keys.contains(key)) {
      throw new IllegalArgumentException("no column '%s'; there are %s".formatted(key, keys));
    }
    return keys.indexOf(key);
  }

  /** The first rows, as many as a page shows, with a caption that says how many there are. */
  public ResultTable head(int count) {
    if (cells.size() <= count) {
      return this;
    }
    String note = "first %d of %d rows".formatted(count, cells.size());
    String line = caption.isEmpty() ? note : caption + " (" + note + ")";
    return new ResultTable(line, header, cells.subList(0, count));
  }

  /** One line above the table; may be empty. */
  public String caption() {
    return caption;
  }

  /** The columns with their keys and units. */
  public List<ResultColumn> header() {
    return header;
  }

  /** The titles of the columns. */
  public List<String> columns() {
    return header.stream().map(ResultColumn::title).toList();
  }

  /** The cells as text, row by row. */
  public List<List<String>> rows() {
    return cells.stream().map(row -> row.stream().map(ResultCell::text).toList()).toList();
  }

  /**
   * The estimates of a column, row by row.
   *
   * @throws IllegalArgumentException if there is no such column, or a cell is no estimate
   */
  public List<Estimate> estimates(String key) {
    int column = place(key);
    return cells.stream().map(row -> estimate(row.get(column), key)).toList();
  }

  private static Estimate estimate(ResultCell cell, String key) {
    if (cell.value().orElse("") instanceof Estimate estimate) {
      return estimate;
    }
    throw new IllegalArgumentException(
        "column '%s' holds '%s', which is no estimate".formatted(key, cell.text()));
  }

  List<List<ResultCell>> cells() {
    return cells;
  }

  @Override
  public ResultTable table() {
    return this;
  }

  /** Aligned plain text, every row, no line break at the end. */
  @Override
  public String toString() {
    return TableText.of(this);
  }

  /** An HTML table, every row. */
  public String toHtml() {
    return TableText.html(this);
  }

  /** The columns as CSV and Parquet have them, to make a data frame of. */
  public List<FlatColumn> flat() {
    return TableData.flat(this);
  }

  /** Comma-separated values: a value and its bounds have columns of their own. */
  public String csv() {
    return TableData.csv(this);
  }

  /** A JSON object: the caption, the columns with their units, one object a row. */
  public String json() {
    return TableData.json(this);
  }

  /** A LaTeX table that needs the package booktabs. */
  public String latex() {
    return TableMarkup.latex(this);
  }

  /** A table in GitHub's Markdown. */
  public String markdown() {
    return TableMarkup.markdown(this);
  }

  /**
   * Writes the table whole or not at all.
   *
   * @param file ends in .csv, .tex, .md, .html, .txt, .json or .parquet
   * @throws IllegalArgumentException if it has another ending
   */
  public void write(Path file) {
    TableFile.of(file).write(List.of(this));
  }

  /**
   * What a page shows: as text the first {@link #SHOWN_ROWS} rows, as HTML the first {@link
   * #SHOWN_HTML_ROWS}, with a note how to see the others; no box that scrolls, so that it prints.
   */
  @Override
  public View view() {
    String html = head(SHOWN_HTML_ROWS).toHtml();
    String note =
        cells.size() <= SHOWN_HTML_ROWS
            ? ""
            : "<p>%d more rows; System.out.println(table) prints them all.</p>"
                .formatted(cells.size() - SHOWN_HTML_ROWS);
    return View.ofText(head(SHOWN_ROWS).toString()).withHtml(html + note);
  }
}
