package org.prmlab.notebook.explore;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.prmlab.data.Aggregation;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.evaluation.bestofn.Candidate;
import org.prmlab.evaluation.bestofn.CandidateGroup;
import org.prmlab.evaluation.bestofn.SampleAnswer;
import org.prmlab.evaluation.bestofn.SampledSolutions;
import org.prmlab.report.Html;
import org.prmlab.report.ResultTable;
import org.prmlab.report.View;

/**
 * Choosing among the first eight samples of a problem by hand, beside the vote and a PRM. The
 * problems are those on which a choice matters: right and wrong answers are among the eight.
 */
final class BestOfNExplorable {
  private static final int PROBLEMS = 10;
  private static final int SAMPLES = 8;
  private static final List<Aggregation> WAYS =
      List.of(Aggregation.MIN, Aggregation.PRODUCT, Aggregation.LAST);

  private final SampledSolutions samples;
  private final String prm;
  private final List<CandidateGroup> unscored;
  private final Map<Aggregation, List<CandidateGroup>> ranked = new EnumMap<>(Aggregation.class);
  private final Map<String, SampleAnswer> answers;

  private BestOfNExplorable(SampledSolutions samples, String prm) {
    this.samples = samples;
    this.prm = prm;
    this.unscored = samples.unscored();
    WAYS.forEach(w -> ranked.put(w, samples.ranked(prm, w)));
    this.answers =
        samples.answers().stream()
            .collect(Collectors.toMap(a -> a.solution().id(), a -> a, (a, b) -> a));
  }

  static View of(SampledSolutions samples, String prm) {
    return new BestOfNExplorable(samples, prm).view();
  }

  private View view() {
    List<Integer> mixed =
        IntStream.range(0, unscored.size()).filter(this::isMixed).boxed().toList();
    if (mixed.isEmpty()) {
      throw new IllegalArgumentException(
          "no problem has right and wrong answers among its first %d samples, so no choice matters"
              .formatted(SAMPLES));
    }
    List<Integer> shown = SolutionData.fitting(mixed, PROBLEMS, this::problem);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("prm", prm);
    data.put("mixed", mixed.size());
    data.put("all", unscored.size());
    data.put("problems", shown.stream().map(this::problem).toList());
    String title = "Best-of-N by hand, beside the vote and " + prm;
    ResultTable table = table(shown);
    return new ExplorePage("best-of-n", title, still(shown.get(0), table), data)
        .view(title + "\n" + table);
  }

  private boolean isMixed(int problem) {
    return first(unscored.get(problem)).stream().map(Candidate::correct).distinct().count() == 2;
  }

  private static List<Candidate> first(CandidateGroup group) {
    return group.candidates().subList(0, Math.min(SAMPLES, group.size()));
  }

  private ResultTable table(List<Integer> shown) {
    ResultTable table =
        ResultTable.withColumns("who chooses", "right of " + shown.size())
            .withCaption(
                "problems with right and wrong answers among the first %d samples"
                    .formatted(SAMPLES))
            .row("vote", shown.stream().filter(p -> isRight(p, vote(p))).count());
    for (Aggregation way : WAYS) {
      long right = shown.stream().filter(p -> isRight(p, best(p, way))).count();
      table = table.row(prm + ", " + name(way), right);
    }
    return table;
  }

  private boolean isRight(int problem, int sample) {
    return unscored.get(problem).candidates().get(sample).correct();
  }

  /** The first sample of the answer given most often; of several such the one that came first. */
  private int vote(int problem) {
    List<Candidate> all = first(unscored.get(problem));
    Map<Integer, Integer> votes = new HashMap<>();
    all.forEach(c -> votes.merge(c.answerClass(), 1, Integer::sum));
    int chosen = 0;
    for (int i = 1; i < all.size(); i++) {
      chosen = votes(votes, all.get(i)) > votes(votes, all.get(chosen)) ? i : chosen;
    }
    return chosen;
  }

  private static int votes(Map<Integer, Integer> votes, Candidate one) {
    return votes.getOrDefault(one.answerClass(), 0);
  }

  /** The sample of the highest rank; of several such the one that came first. */
  private int best(int problem, Aggregation way) {
    List<Candidate> all = first(ranked(way).get(problem));
    int chosen = 0;
    for (int i = 1; i < all.size(); i++) {
      chosen = all.get(i).score() > all.get(chosen).score() ? i : chosen;
    }
    return chosen;
  }

  private List<CandidateGroup> ranked(Aggregation way) {
    return Objects.requireNonNull(ranked.get(way), way.name());
  }

  private Map<String, Object> problem(int problem) {
    List<Solution> solutions = samples.problems().get(problem);
    List<Map<String, Object>> all = new ArrayList<>();
    for (int i = 0; i < first(unscored.get(problem)).size(); i++) {
      all.add(sample(problem, i, solutions.get(i)));
    }
    Map<String, Object> picks = new LinkedHashMap<>();
    picks.put("vote", vote(problem));
    WAYS.forEach(w -> picks.put(name(w), best(problem, w)));
    Problem text = solutions.get(0).problem();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("problem", text.text());
    text.answer().ifPresent(a -> data.put("answer", a));
    data.put("samples", all);
    data.put("picks", picks);
    return data;
  }

  private Map<String, Object> sample(int problem, int index, Solution solution) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("steps", solution.steps());
    SampleAnswer answer = Objects.requireNonNull(answers.get(solution.id()), solution.id());
    data.put("answer", answer.text().orElse("none"));
    data.put("right", isRight(problem, index));
    for (Aggregation way : WAYS) {
      double rank = ranked(way).get(problem).candidates().get(index).score();
      data.put(name(way), way == Aggregation.PRODUCT ? Math.exp(rank) : rank);
    }
    return data;
  }

  private String still(int problem, ResultTable totals) {
    List<Solution> solutions = samples.problems().get(problem);
    ResultTable one =
        ResultTable.withColumns("sample", "steps", "answer", "right", "product")
            .withCaption(solutions.get(0).problem().text());
    for (int i = 0; i < first(unscored.get(problem)).size(); i++) {
      double product =
          Math.exp(ranked(Aggregation.PRODUCT).get(problem).candidates().get(i).score());
      one =
          one.row(
              i + 1,
              String.join("; ", solutions.get(i).steps()),
              Objects.requireNonNull(answers.get(solutions.get(i).id())).text().orElse("none"),
              isRight(problem, i) ? "yes" : "no",
              String.format(Locale.ROOT, "%.3f", product));
    }
    return totals.toHtml()
        + "<p>%s</p>".formatted(Html.escape("The first of them:"))
        + one.toHtml();
  }

  private static String name(Aggregation way) {
    return way.name().toLowerCase(Locale.ROOT);
  }
}
