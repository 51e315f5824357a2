package org.prmlab.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.prmlab.data.StepDataset;
import org.prmlab.data.StepScores;
import org.prmlab.data.Verdict;
import org.prmlab.report.Html;
import org.prmlab.report.View;

/**
 * The solutions whose first error two PRMs put in different places, each as a step view with both
 * scores side by side.
 */
public final class Disagreements {
  private static final int SHOWN = 10;

  private final List<Pair> pairs;
  private final int solutions;

  private Disagreements(List<Pair> pairs, int solutions) {
    this.pairs = pairs;
    this.solutions = solutions;
  }

  private record Pair(
      StepScores first, StepScores second, double threshold, Optional<Verdict> truth) {
    boolean agree() {
      return first.verdict(threshold).equals(second.verdict(threshold));
    }

    String title() {
      return "%s: %s by %s, %s by %s%s"
          .formatted(
              first.solution().id(),
              text(first),
              first.prm(),
              text(second),
              second.prm(),
              truth.map(t -> "; in truth " + t).orElse(""));
    }

    private String text(StepScores scores) {
      return scores.verdict(threshold).toString();
    }

    StepView steps() {
      StepView view = StepView.of(first).with(second);
      return truth.map(view::withTruth).orElse(view);
    }
  }

  /**
   * Compares two PRMs' scores of the same solutions.
   *
   * @param threshold a step is right iff its score is greater (two-class PRMs: 0.5)
   * @throws IllegalArgumentException if the lists are not of the same solutions in the same order
   */
  public static Disagreements of(
      List<StepScores> first, List<StepScores> second, double threshold) {
    if (first.size() != second.size()) {
      throw new IllegalArgumentException(
          "scores of %d solutions beside those of %d; the same solutions needed"
              .formatted(first.size(), second.size()));
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      Pair pair = new Pair(first.get(i), second.get(i), threshold, Optional.empty());
      pair.steps(); // refuses scores of two different solutions
      if (!pair.agree()) {
        pairs.add(pair);
      }
    }
    return new Disagreements(List.copyOf(pairs), first.size());
  }

  /** The same with the reference verdict of each solution, where it is known. */
  public Disagreements withTruth(Map<String, Verdict> byId) {
    return new Disagreements(
        pairs.stream()
            .map(
                p ->
                    new Pair(
                        p.first(),
                        p.second(),
                        p.threshold(),
                        Optional.ofNullable(byId.get(p.first().solution().id()))))
            .toList(),
        solutions);
  }

  /** The same with the reference verdicts of the data that has them. */
  public Disagreements withTruth(StepDataset data) {
    return withTruth(
        data.stream()
            .filter(s -> s.verdict().isPresent())
            .collect(Collectors.toMap(s -> s.solution().id(), s -> s.verdict().orElseThrow())));
  }

  /** How many there are. */
  public int count() {
    return pairs.size();
  }

  /** One step view each, in the order of the scores. */
  public List<StepView> views() {
    return pairs.stream().map(Pair::steps).toList();
  }

  View view() {
    String folded =
        shown().stream()
            .map(
                p ->
                    "<details><summary>%s</summary>%s</details>"
                        .formatted(Html.escape(p.title()), p.steps().toHtml()))
            .collect(Collectors.joining());
    return View.ofText(toString()).withHtml("<p>" + Html.escape(heading()) + "</p>" + folded);
  }

  /** A line for each of the first ten, under how many there are. */
  @Override
  public String toString() {
    return shown().stream()
        .map(p -> "\n" + p.title())
        .collect(Collectors.joining("", heading(), ""));
  }

  private List<Pair> shown() {
    return pairs.subList(0, Math.min(SHOWN, pairs.size()));
  }

  private String heading() {
    String cut = pairs.size() > SHOWN ? " (the first %d shown)".formatted(SHOWN) : "";
    return "different first errors in %d of %d solutions%s".formatted(pairs.size(), solutions, cut);
  }
}
