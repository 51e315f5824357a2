package org.prmlab.notebook.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.prmlab.data.Solution;
import org.prmlab.data.StepScores;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.ScoredSolution;
import org.prmlab.notebook.StepView;
import org.prmlab.report.Html;
import org.prmlab.report.ResultTable;
import org.prmlab.report.View;

/**
 * The threshold of one or two PRMs: what it does to the verdict on a solution and, where a set is
 * given, to F1 and the counts behind it. Counts are of the whole set; a few solutions can be read.
 */
final class ThresholdExplorable {
  private static final int MOST_READ = 12;
  private static final double[] NEAR_ZERO = {0, 0.001, 0.002, 0.005};
  private static final double[] NEAR_ONE = {0.995, 0.998, 0.999};

  private final List<List<ScoredSolution>> prms; // by PRM, then by solution

  private ThresholdExplorable(List<List<ScoredSolution>> prms) {
    this.prms = prms;
  }

  /** One solution, read by several PRMs. */
  static View of(List<StepScores> scores, Verdict truth) {
    if (scores.isEmpty()) {
      throw new IllegalArgumentException("no scores to show; one PRM's or two expected");
    }
    return ofSets(scores.stream().map(s -> List.of(new ScoredSolution(s, truth))).toList());
  }

  /** A set of solutions, read by several PRMs in the same order. */
  static View ofSets(List<List<ScoredSolution>> prms) {
    List<ScoredSolution> first = prms.get(0);
    if (first.isEmpty()) {
      throw new IllegalArgumentException("no solutions to show; at least one expected");
    }
    for (List<ScoredSolution> other : prms) {
      if (!solutions(other).equals(solutions(first)) || !truths(other).equals(truths(first))) {
        throw new IllegalArgumentException(
            "%s and %s did not score the same solutions in the same order; score one list with both"
                .formatted(name(first), name(other)));
      }
    }
    return new ThresholdExplorable(prms).view();
  }

  private View view() {
    String names =
        prms.stream().map(ThresholdExplorable::name).collect(Collectors.joining(" and "));
    String title = "Move the threshold of " + (prms.size() == 1 ? "the PRM " : "the PRMs ") + names;
    return new ExplorePage("threshold", title, still(), data()).view(text(names));
  }

  private String text(String names) {
    String at =
        first().stream()
            .map(s -> s.scores().prm() + ": " + s.scores().verdict(0.5))
            .collect(Collectors.joining("; "));
    return "threshold of %s; at 0.5, of solution %s: %s; truth: %s%s"
        .formatted(
            names,
            read().get(0).scores().solution().id(),
            at,
            read().get(0).truth(),
            hasSet() ? "\n" + table() : "");
  }

  /** The solution shown first, by every PRM. */
  private List<ScoredSolution> first() {
    int index = prms.get(0).indexOf(read().get(0));
    return prms.stream().map(p -> p.get(index)).toList();
  }

  private String still() {
    List<ScoredSolution> shown = first();
    StepView steps = StepView.of(shown.get(0).scores()).withTruth(shown.get(0).truth());
    for (ScoredSolution more : shown.subList(1, shown.size())) {
      steps = steps.with(more.scores());
    }
    String verdicts =
        shown.stream()
            .map(
                s -> "%s at threshold 0.5: %s".formatted(s.scores().prm(), s.scores().verdict(0.5)))
            .collect(Collectors.joining(". "));
    return "<p>%s</p>%s<p>%s.</p>%s"
        .formatted(
            Html.escape(shown.get(0).scores().solution().problem().text()),
            steps.toHtml(),
            Html.escape(verdicts),
            hasSet() ? table().toHtml() : "");
  }

  private ResultTable table() {
    ResultTable table =
        ResultTable.withColumns("PRM", "F1", "located", "missed", "other step", "falsely flagged")
            .withCaption("at threshold 0.5, of %d solutions".formatted(prms.get(0).size()));
    for (List<ScoredSolution> prm : prms) {
      Counts at = Counts.of(prm, 0.5);
      table =
          table.row(
              name(prm),
              f1(at),
              at.located,
              at.missed,
              at.wrong - at.located - at.missed,
              at.right - at.passed);
    }
    return table;
  }

  private static String f1(Counts at) {
    if (at.wrong == 0 || at.right == 0) {
      return "-";
    }
    double located = (double) at.located / at.wrong;
    double passed = (double) at.passed / at.right;
    double f1 = located + passed == 0 ? 0 : 2 * located * passed / (located + passed);
    return String.format(Locale.ROOT, "%.1f", 100 * f1);
  }

  private boolean hasSet() {
    return prms.get(0).size() > 1;
  }

  /** The solutions that can be read: wrong ones and right ones in turn. */
  private List<ScoredSolution> read() {
    List<ScoredSolution> all = prms.get(0);
    List<ScoredSolution> wrong = all.stream().filter(s -> s.truth().hasError()).toList();
    List<ScoredSolution> right = all.stream().filter(s -> !s.truth().hasError()).toList();
    int half = MOST_READ / 2;
    List<ScoredSolution> bad = SolutionData.evenly(wrong, Math.max(half, MOST_READ - right.size()));
    List<ScoredSolution> good = SolutionData.evenly(right, MOST_READ - Math.min(bad.size(), half));
    List<ScoredSolution> mixed = new ArrayList<>();
    for (int i = 0; i < Math.max(bad.size(), good.size()); i++) {
      if (i < bad.size()) {
        mixed.add(bad.get(i));
      }
      if (i < good.size()) {
        mixed.add(good.get(i));
      }
    }
    return mixed.subList(0, Math.min(MOST_READ, mixed.size()));
  }

  private Map<String, Object> data() {
    List<Double> thresholds = thresholds();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("prms", prms.stream().map(ThresholdExplorable::name).toList());
    data.put("thresholds", thresholds);
    Map<Solution, Integer> places = new LinkedHashMap<>();
    for (int i = 0; i < prms.get(0).size(); i++) {
      places.put(prms.get(0).get(i).scores().solution(), i);
    }
    data.put("solutions", read().stream().map(s -> solution(s, places)).toList());
    if (hasSet()) {
      data.put("counts", prms.stream().map(p -> counts(p, thresholds)).toList());
    }
    return data;
  }

  private Map<String, Object> solution(ScoredSolution one, Map<Solution, Integer> places) {
    Solution solution = one.scores().solution();
    int place = places.getOrDefault(solution, 0);
    Map<String, Object> data = SolutionData.of(solution);
    data.put("truth", SolutionData.of(one.truth()));
    data.put("scores", prms.stream().map(p -> p.get(place).scores().values().toArray()).toList());
    return data;
  }

  private static Map<String, Object> counts(List<ScoredSolution> prm, List<Double> thresholds) {
    List<Counts> all = thresholds.stream().map(t -> Counts.of(prm, t)).toList();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("wrong", all.get(0).wrong);
    data.put("right", all.get(0).right);
    data.put("located", all.stream().map(Counts::located).toList());
    data.put("missed", all.stream().map(Counts::missed).toList());
    data.put("passed", all.stream().map(Counts::passed).toList());
    return data;
  }

  /** Hundredths, and finer where scores crowd. */
  private static List<Double> thresholds() {
    List<Double> all = new ArrayList<>();
    for (double t : NEAR_ZERO) {
      all.add(t);
    }
    IntStream.range(1, 100).forEach(i -> all.add(i / 100.0));
    for (double t : NEAR_ONE) {
      all.add(t);
    }
    return all;
  }

  private static String name(List<ScoredSolution> prm) {
    return prm.get(0).scores().prm();
  }

  private static List<Solution> solutions(List<ScoredSolution> prm) {
    return prm.stream().map(s -> s.scores().solution()).toList();
  }

  private static List<Verdict> truths(List<ScoredSolution> prm) {
    return prm.stream().map(ScoredSolution::truth).toList();
  }

  /**
   * What a PRM does to a set at one threshold.
   *
   * @param wrong solutions with an error
   * @param right those without
   * @param located wrong ones whose first error is named
   * @param missed wrong ones in which nothing is flagged
   * @param passed right ones in which nothing is flagged
   */
  private record Counts(int wrong, int right, int located, int missed, int passed) {
    static Counts of(List<ScoredSolution> prm, double threshold) {
      int[] counts = new int[5];
      for (ScoredSolution one : prm) {
        Verdict said = one.scores().verdict(threshold);
        boolean wrong = one.truth().hasError();
        counts[wrong ? 0 : 1]++;
        counts[2] += wrong && said.equals(one.truth()) ? 1 : 0;
        counts[3] += wrong && !said.hasError() ? 1 : 0;
        counts[4] += !wrong && !said.hasError() ? 1 : 0;
      }
      return new Counts(counts[0], counts[1], counts[2], counts[3], counts[4]);
    }
  }
}
