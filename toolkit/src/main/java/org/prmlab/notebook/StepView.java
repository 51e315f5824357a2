package org.prmlab.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.prmlab.data.Solution;
import org.prmlab.data.Verdict;
import org.prmlab.prm.StepScores;

/**
 * A solution with the scores of its steps, as a page shows it: a row a step, its number (from 1),
 * one bar and number for each PRM, the text, and a mark at the first wrong step.
 *
 * <p>The numbers and the mark say everything that the colours say. Colours are translucent, so the
 * view fits light and dark pages.
 */
public final class StepView {
  private final Solution solution;
  private final List<StepScores> scores;
  private final Optional<Verdict> truth;

  private StepView(Solution solution, List<StepScores> scores, Optional<Verdict> truth) {
    this.solution = solution;
    this.scores = scores;
    this.truth = truth;
  }

  /** The steps and the scores of one PRM. */
  public static StepView of(StepScores scores) {
    return new StepView(scores.solution(), List.of(scores), Optional.empty());
  }

  /**
   * The same with the scores of one more PRM beside them.
   *
   * @throws IllegalArgumentException if they are scores of another solution
   */
  public StepView with(StepScores more) {
    if (!more.solution().equals(solution)) {
      throw new IllegalArgumentException(
          "scores of solution '%s' beside those of '%s'; one solution needed"
              .formatted(more.solution().id(), solution.id()));
    }
    List<StepScores> all = new ArrayList<>(scores);
    all.add(more);
    return new StepView(solution, all, truth);
  }

  /** The same with the first wrong step marked, as a person or an exact checker found it. */
  public StepView withTruth(Verdict truth) {
    return new StepView(solution, scores, Optional.of(truth));
  }

  View view() {
    return View.ofText(toString()).withHtml(toHtml());
  }

  /** The view as text. */
  @Override
  public String toString() {
    return IntStream.range(0, solution.steps().size())
        .mapToObj(this::line)
        .collect(Collectors.joining("\n", title() + "\n", ""));
  }

  private String title() {
    String prms = scores.stream().map(StepScores::prm).collect(Collectors.joining(", "));
    return prms + truth.map(t -> "; " + t).orElse("");
  }

  private String line(int step) {
    String numbers =
        scores.stream().map(s -> number(value(s, step))).collect(Collectors.joining(" "));
    return "%2d %s%s %s"
        .formatted(step + 1, numbers, mark(step) ? " x" : "  ", solution.steps().get(step));
  }

  private boolean mark(int step) {
    return truth.isPresent() && truth.get().earliestError().orElse(-1) == step;
  }

  private static OptionalDouble value(StepScores scores, int step) {
    return step < scores.scored() ? OptionalDouble.of(scores.value(step)) : OptionalDouble.empty();
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.3f", value.getAsDouble()) : "  -  ";
  }

  /** The view as one HTML table with inline styles only. */
  public String toHtml() {
    StringBuilder html = new StringBuilder("<table class=\"prmlab-steps\" style=\"");
    html.append("border-collapse:collapse;text-align:left\"><thead><tr>").append(head("step"));
    scores.forEach(s -> html.append(head(s.prm())));
    html.append(head("")).append("</tr></thead><tbody>");
    IntStream.range(0, solution.steps().size()).forEach(i -> html.append(row(i)));
    return html.append("</tbody></table>").toString();
  }

  private static String head(String title) {
    return "<th style=\"text-align:left;padding:2px 10px\">" + Html.escape(title) + "</th>";
  }

  private String row(int step) {
    StringBuilder row = new StringBuilder("<tr>");
    row.append(cell("text-align:right", String.valueOf(step + 1)));
    scores.forEach(s -> row.append(scoreCell(value(s, step))));
    String text = Html.escape(solution.steps().get(step));
    String note = mark(step) ? "<strong>&#10007; first error</strong> &nbsp;" : "";
    String border = mark(step) ? "border-left:4px solid currentColor" : "";
    return row.append(cell(border, note + text)).append("</tr>").toString();
  }

  private static String cell(String style, String content) {
    return "<td style=\"vertical-align:top;padding:4px 10px;text-align:left;%s\">%s</td>"
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
            "white-space:nowrap;min-width:7em;background:linear-gradient(to right,%s %.1f%%,"
                + "transparent %.1f%%);background-clip:content-box",
            color,
            100 * score,
            100 * score);
    return cell(style, number(value));
  }
}
