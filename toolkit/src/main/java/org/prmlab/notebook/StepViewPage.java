package org.prmlab.notebook;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.prmlab.data.StepScores;
import org.prmlab.report.Html;

/** A step view as HTML: one table, inline styles only, readable on light and dark pages. */
final class StepViewPage {
  private final StepView view;

  StepViewPage(StepView view) {
    this.view = view;
  }

  String table() {
    StringBuilder html = new StringBuilder("<table class=\"prmlab-steps\" style=\"");
    html.append("border-collapse:collapse;text-align:left;table-layout:auto\"><thead><tr>")
        .append(head("step", ""));
    view.scores().forEach(s -> html.append(head(s.prm(), ";overflow-wrap:anywhere")));
    html.append(head("", "")).append("</tr></thead><tbody>");
    IntStream.range(0, view.solution().steps().size()).forEach(i -> html.append(row(i)));
    return html.append("</tbody></table>").toString();
  }

  private static String head(String title, String style) {
    return "<th style=\"text-align:left;padding:2px 6px%s\">%s</th>"
        .formatted(style, Html.escape(title));
  }

  private String row(int step) {
    List<String> notes = view.notes(step);
    StringBuilder row = new StringBuilder("<tr");
    if (!notes.isEmpty()) {
      row.append(" title=\"").append(Html.escape(String.join("\n", notes))).append('"');
    }
    row.append('>').append(cell("text-align:right", String.valueOf(step + 1)));
    for (StepScores scores : view.scores()) {
      row.append(scoreCell(StepView.value(scores, step)));
    }
    String mark = view.mark(step) ? "<strong>&#10007; first error</strong> &nbsp;" : "";
    String hint = notes.isEmpty() ? "" : " <small aria-hidden=\"true\">&#9432;</small>";
    String border = view.mark(step) ? ";border-left:4px solid currentColor" : "";
    String text = Html.escape(view.solution().steps().get(step));
    return row.append(cell("overflow-wrap:anywhere" + border, mark + text + hint))
        .append("</tr>")
        .toString();
  }

  private static String cell(String style, String content) {
    return "<td style=\"vertical-align:top;padding:4px 6px;text-align:left;%s\">%s</td>"
        .formatted(style, content);
  }

  /** A bar as long as the score, orange for low and blue for high, and the number on it. */
  private static String scoreCell(OptionalDouble value) {
    if (value.isEmpty()) {
      return cell("white-space:nowrap", "not scored");
    }
    double score = value.getAsDouble();
    String color = score > 0.5 ? "rgba(0,114,178,0.35)" : "rgba(213,94,0,0.45)";
    String style =
        String.format(
            Locale.ROOT,
            "white-space:nowrap;width:7em;min-width:3em;background:linear-gradient(to right,%s %.1f%%,"
                + "transparent %.1f%%);background-clip:content-box",
            color,
            100 * score,
            100 * score);
    return cell(style, StepView.number(value));
  }
}
