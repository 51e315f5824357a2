package org.prmlab.report;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table for papers and readmes: LaTeX and Markdown, units in the headings. */
final class TableMarkup {
  private static final Pattern NUMBER_SIGN = Pattern.compile("(?<![\\w.])-(?=\\d)");

  private TableMarkup() {}

  static String latex(ResultTable table) {
    boolean[] numeric = TableText.numeric(table);
    String alignment =
        IntStream.range(0, numeric.length)
            .mapToObj(i -> numeric[i] ? "r" : "l")
            .collect(Collectors.joining());
    StringBuilder out = new StringBuilder("% needs \\usepackage{booktabs}\n\\begin{table}\n");
    String caption = caption(table);
    if (!caption.isEmpty()) {
      out.append("\\caption{").append(tex(caption)).append("}\n");
    }
    out.append("\\begin{tabular}{").append(alignment).append("}\n\\toprule\n");
    out.append(texRow(headings(table))).append("\\midrule\n");
    table.rows().forEach(row -> out.append(texRow(row)));
    return out.append("\\bottomrule\n\\end{tabular}\n\\end{table}\n").toString();
  }

  static String markdown(ResultTable table) {
    boolean[] numeric = TableText.numeric(table);
    StringBuilder out = new StringBuilder();
    String caption = caption(table);
    if (!caption.isEmpty()) {
      out.append(mark(caption)).append("\n\n");
    }
    out.append(bars(headings(table), TableMarkup::mark));
    out.append(
        bars(
            IntStream.range(0, numeric.length).mapToObj(i -> numeric[i] ? "---:" : ":---").toList(),
            UnaryOperator.identity()));
    table.rows().forEach(row -> out.append(bars(row, TableMarkup::mark)));
    return out.toString();
  }

  /** The caption, and what the brackets hold where it does not say so. */
  private static String caption(ResultTable table) {
    String intervals = TableText.intervals(table).replaceFirst("^percent ?", "");
    return table.caption().contains("interval") || intervals.isEmpty()
        ? table.caption()
        : (table.caption() + " " + intervals).strip();
  }

  private static List<String> headings(ResultTable table) {
    return table.header().stream().map(ResultColumn::heading).toList();
  }

  private static String bars(List<String> cells, UnaryOperator<String> escape) {
    return cells.stream().map(escape).collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** A row that does not begin with a bracket: LaTeX would read it as the height of a gap. */
  private static String texRow(List<String> cells) {
    String row = cells.stream().map(TableMarkup::tex).collect(Collectors.joining(" & "));
    String guard = row.startsWith("[") || row.startsWith("*") ? "{}" : "";
    return guard + row + " \\\\\n";
  }

  /** Text in which LaTeX reads no command. */
  private static String tex(String text) {
    if (text.equals("-")) {
      return "--";
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(
          switch (c) {
            case '\\' -> "\\textbackslash{}";
            case '{', '}', '$', '&', '#', '%', '_' -> "\\" + c;
            case '^' -> "\\textasciicircum{}";
            case '~' -> "\\textasciitilde{}";
            case '<' -> "\\textless{}";
            case '>' -> "\\textgreater{}";
            case '|' -> "\\textbar{}";
            case '\n', '\r', '\t' -> " ";
            default -> String.valueOf(c);
          });
    }
    return NUMBER_SIGN.matcher(out).replaceAll("\\$-\\$");
  }

  /** Text in which Markdown reads no mark-up. */
  private static String mark(String text) {
    return text.replaceAll("([\\\\`*_|])", "\\\\$1")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replaceAll("\\R", "<br>");
  }
}
