package org.prmlab.notebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.prmlab.data.Problem;
import org.prmlab.evaluation.bestofn.BestOfN;
import org.prmlab.evaluation.bestofn.Candidate;
import org.prmlab.evaluation.bestofn.CandidateGroup;
import org.prmlab.evaluation.bestofn.Selection;
import org.prmlab.plot.Figure;
import org.prmlab.plot.SearchCostFigure;
import org.prmlab.plot.SearchCostFigure.Spent;
import org.prmlab.report.ComparedRow;
import org.prmlab.report.ResultTable;
import org.prmlab.report.Results;
import org.prmlab.search.FoundSolution;
import org.prmlab.search.SearchPath;
import org.prmlab.search.SearchResult;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.Clusters;
import org.prmlab.stats.Estimate;
import org.prmlab.stats.PairedComparison;

/**
 * Ways to search the problems of a tabletop world, each at several budgets, side by side.
 *
 * <p>A path's answer is the last word of its last step, as the tabletop writes solutions.
 */
public final class SearchComparison {
  private final List<Problem> problems;
  private final Bootstrap bootstrap;
  private final Map<String, List<Run>> ways = new LinkedHashMap<>();

  private SearchComparison(List<Problem> problems, Bootstrap bootstrap) {
    this.problems = List.copyOf(problems);
    this.bootstrap = bootstrap;
  }

  /** One budget of one way: what was right, in [0, 1] a problem, and what it took. */
  private record Run(int budget, double tokens, List<Double> right) {}

  /** A comparison that holds nothing yet. */
  public static SearchComparison of(List<Problem> problems, Bootstrap bootstrap) {
    return new SearchComparison(problems, bootstrap);
  }

  /**
   * Adds a search.
   *
   * @param way its name
   * @param budget candidates for each step, of all trees and beams together
   * @param results one a problem, in their order
   */
  public SearchComparison add(String way, int budget, List<SearchResult> results) {
    List<Double> right =
        results.stream()
            .map(r -> r.best().map(f -> isRight(f.path()) ? 1.0 : 0.0).orElse(0.0))
            .toList();
    return add(way, new Run(budget, meanTokens(results), right));
  }

  /**
   * Adds Best-of-N and majority voting at each of several N.
   *
   * @param results of the shape {@code samples(n)}
   * @param budgets the N, each at most n
   */
  public SearchComparison addSamples(List<SearchResult> results, List<Integer> budgets) {
    List<CandidateGroup> groups = results.stream().map(SearchComparison::group).toList();
    int n = groups.stream().mapToInt(CandidateGroup::size).min().orElseThrow();
    for (int k : budgets) {
      double tokens = meanTokens(results) * k / n; // solutions of one problem are equally long
      BestOfN chosen = BestOfN.of(groups);
      add("Best-of-N", new Run(k, tokens, chosen.perProblem(Selection.BEST, k)));
      add("majority", new Run(k, tokens, chosen.perProblem(Selection.MAJORITY, k)));
    }
    return this;
  }

  /** Accuracy of every way at every budget, in [0, 1]. */
  public Estimate accuracy(String way, int budget) {
    return accuracy(run(way, budget));
  }

  /** Tokens that the policy wrote for a problem, mean. */
  public double tokens(String way, int budget) {
    return run(way, budget).tokens();
  }

  /** Two ways at the same budget: accuracy of the first minus that of the second. */
  public PairedComparison difference(String first, String second, int budget) {
    return PairedComparison.of(
        run(first, budget).right(),
        run(second, budget).right(),
        Clusters.ofRows(problems.size()),
        bootstrap);
  }

  /** A row a way, and for each budget the tokens for a problem and the accuracy in percent. */
  public ResultTable table() {
    List<String> columns = new ArrayList<>(List.of("search"));
    for (Run run : ways.values().iterator().next()) {
      columns.add("tokens of " + run.budget());
      columns.add("right of " + run.budget() + " (%)");
    }
    ResultTable table = ResultTable.withColumns(columns.toArray(String[]::new));
    for (var way : ways.entrySet()) {
      List<Object> cells = new ArrayList<>(List.of(way.getKey()));
      for (Run run : way.getValue()) {
        cells.add(String.format(Locale.ROOT, "%.0f", run.tokens()));
        cells.add(accuracy(run).percent());
      }
      table = table.row(cells.toArray());
    }
    return table;
  }

  /** Accuracy against tokens, a line a way. */
  public Figure figure() {
    Map<String, List<Spent>> lines = new LinkedHashMap<>();
    ways.forEach(
        (way, runs) ->
            lines.put(way, runs.stream().map(r -> new Spent(r.tokens(), accuracy(r))).toList()));
    return SearchCostFigure.of(lines)
        .withSubtitle(
            "%d problems, %d ways to search; 95 %% intervals over problems"
                .formatted(problems.size(), ways.size()));
  }

  /**
   * Right answers of each way beside those of another with as many candidates, paired by problem,
   * named {@code way - other}.
   *
   * @throws IllegalArgumentException if one has no search of that budget
   */
  public Results<ComparedRow> pairs(List<String> ways, String other, int budget) {
    return Results.each(
        "pair",
        ways,
        way -> way + " - " + other,
        way ->
            new ComparedRow(
                Optional.of(accuracy(run(way, budget))),
                Optional.of(accuracy(run(other, budget))),
                Optional.of(difference(way, other, budget))));
  }

  /** Whether a complete path ends with its problem's answer. */
  public static boolean isRight(SearchPath path) {
    return answer(path).equals(path.problem().answer().orElseThrow());
  }

  private SearchComparison add(String way, Run run) {
    if (run.right().size() != problems.size()) {
      throw new IllegalArgumentException(
          "%d results of %s for %d problems; one a problem expected"
              .formatted(run.right().size(), way, problems.size()));
    }
    ways.computeIfAbsent(way, w -> new ArrayList<>()).add(run);
    return this;
  }

  private Run run(String way, int budget) {
    return ways.getOrDefault(way, List.of()).stream()
        .filter(r -> r.budget() == budget)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no search '%s' of %d candidates; there are %s"
                        .formatted(way, budget, ways.keySet())));
  }

  private Estimate accuracy(Run run) {
    double[] right = run.right().stream().mapToDouble(Double::doubleValue).toArray();
    return bootstrap.share(Clusters.ofRows(right.length), right).orElseThrow();
  }

  private static double meanTokens(List<SearchResult> results) {
    return results.stream().mapToLong(r -> r.cost().tokens()).average().orElseThrow();
  }

  /** The samples in the order they were drawn, one a tree. */
  private static CandidateGroup group(SearchResult result) {
    List<Candidate> candidates =
        result.found().stream()
            .sorted(Comparator.comparingInt(SearchComparison::tree))
            .map(
                f -> new Candidate(Integer.parseInt(answer(f.path())), isRight(f.path()), f.rank()))
            .toList();
    return new CandidateGroup(result.problem().key(), candidates);
  }

  private static int tree(FoundSolution found) {
    String place = found.path().place();
    return Integer.parseInt(place.substring(0, place.indexOf('.')));
  }

  private static String answer(SearchPath path) {
    String last = path.steps().get(path.steps().size() - 1);
    return last.substring(last.lastIndexOf(' ') + 1);
  }
}
