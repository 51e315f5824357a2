package org.prmlab.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.prmlab.data.Solution;
import org.prmlab.data.StepLabels;
import org.prmlab.data.StepScores;
import org.prmlab.data.Verdict;
import org.prmlab.report.View;

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
  private final List<List<String>> notes; // by source, then by step; "" for none

  private StepView(
      Solution solution,
      List<StepScores> scores,
      Optional<Verdict> truth,
      List<List<String>> notes) {
    this.solution = solution;
    this.scores = scores;
    this.truth = truth;
    this.notes = notes;
  }

  /** The steps and the scores of one PRM. */
  public static StepView of(StepScores scores) {
    return new StepView(scores.solution(), List.of(scores), Optional.empty(), List.of());
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
    return new StepView(solution, all, truth, notes);
  }

  /** The same with the first wrong step marked, as a person or an exact checker found it. */
  public StepView withTruth(Verdict truth) {
    return new StepView(solution, scores, Optional.of(truth), notes);
  }

  /**
   * The same with what a source says of each step: shown where the pointer rests on the step, and
   * under it in the text form.
   *
   * @throws IllegalArgumentException if there are more or fewer labels than steps
   */
  public StepView withLabels(StepLabels labels) {
    return withNotes(
        labels.source(), labels.values().stream().map(l -> LabelText.of(l).orElse("")).toList());
  }

  /**
   * The same with a text for each step, e.g. a judge's analysis, shown like labels.
   *
   * @param source who says so
   * @param texts one a step; empty for none
   * @throws IllegalArgumentException if there are more or fewer texts than steps
   */
  public StepView withNotes(String source, List<String> texts) {
    if (texts.size() != solution.steps().size()) {
      throw new IllegalArgumentException(
          "%d notes from %s for the %d steps of solution '%s'; one a step needed"
              .formatted(texts.size(), source, solution.steps().size(), solution.id()));
    }
    List<List<String>> all = new ArrayList<>(notes);
    all.add(texts.stream().map(t -> t.isBlank() ? "" : source + ": " + t.strip()).toList());
    return new StepView(solution, scores, truth, all);
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
        .formatted(step + 1, numbers, mark(step) ? " x" : "  ", solution.steps().get(step))
        .concat(notes(step).stream().map(n -> "\n     " + n).collect(Collectors.joining()));
  }

  boolean mark(int step) {
    return truth.isPresent() && truth.get().earliestError().orElse(-1) == step;
  }

  static OptionalDouble value(StepScores scores, int step) {
    return step < scores.scored() ? OptionalDouble.of(scores.value(step)) : OptionalDouble.empty();
  }

  static String number(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.3f", value.getAsDouble()) : "  -  ";
  }

  /** The view as one HTML table with inline styles only. */
  public String toHtml() {
    return new StepViewPage(this).table();
  }

  Solution solution() {
    return solution;
  }

  List<StepScores> scores() {
    return scores;
  }

  /** What the pointer finds at a step, a line each; empty if nothing. */
  List<String> notes(int step) {
    return notes.stream().map(n -> n.get(step)).filter(n -> !n.isEmpty()).toList();
  }
}
