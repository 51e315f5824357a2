package org.prmlab.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.prmlab.data.Problem;
import org.prmlab.data.StepScores;
import org.prmlab.search.SearchNode.Fate;

/** One tree of one problem: the paths it keeps, and what it has seen. */
final class SearchFrontier {
  private final int beams;
  private final List<SearchNode> nodes = new ArrayList<>();
  private List<FoundSolution> kept = new ArrayList<>();
  private List<SearchPath> open;
  private SearchCost cost = SearchCost.NONE;

  SearchFrontier(Problem problem, int tree, int beams) {
    this.beams = beams;
    this.open = List.of(SearchPath.root(problem, tree));
  }

  /** The paths to go on from; none at the end. */
  List<SearchPath> open() {
    return open;
  }

  List<FoundSolution> kept() {
    return kept;
  }

  SearchCost cost() {
    return cost;
  }

  List<SearchNode> nodes() {
    return nodes;
  }

  void spend(SearchCost more) {
    cost = cost.plus(more);
  }

  /** The different paths that these steps make of the open ones. */
  List<SearchPath> children(List<List<NextStep>> proposed) {
    Set<List<String>> seen = new HashSet<>();
    List<SearchPath> children = new ArrayList<>();
    for (int i = 0; i < open.size(); i++) {
      List<NextStep> steps = proposed.get(i);
      for (int candidate = 0; candidate < steps.size(); candidate++) {
        spend(SearchCost.ofStep(steps.get(candidate)));
        SearchPath child = open.get(i).then(steps.get(candidate), candidate);
        if (seen.add(child.steps())) {
          children.add(child);
        }
      }
    }
    return children;
  }

  /**
   * Keeps the best of the new paths and of those that were complete before.
   *
   * @param candidates new paths
   */
  void keepBest(List<FoundSolution> candidates) {
    spend(new SearchCost(0, 0, candidates.size()));
    List<FoundSolution> all = new ArrayList<>();
    kept.stream().filter(f -> f.path().complete()).forEach(all::add);
    all.addAll(candidates);
    List<FoundSolution> best =
        all.stream()
            .sorted(Comparator.comparingDouble(FoundSolution::rank).reversed())
            .limit(beams)
            .toList();
    for (FoundSolution candidate : candidates) {
      nodes.add(
          new SearchNode(
              candidate.path().place(),
              last(candidate.scores()),
              candidate.scores().value(candidate.scores().scored() - 1),
              candidate.rank(),
              best.contains(candidate) ? Fate.KEPT : Fate.DROPPED));
    }
    kept = best;
    open = best.stream().map(FoundSolution::path).filter(p -> !p.complete()).toList();
  }

  private static String last(StepScores scores) {
    List<String> steps = scores.solution().steps();
    return steps.get(steps.size() - 1);
  }
}
