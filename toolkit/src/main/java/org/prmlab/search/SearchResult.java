package org.prmlab.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.prmlab.data.Problem;

/**
 * What a search found for one problem.
 *
 * @param problem the question
 * @param found one a path kept to the end: complete ones first, then by falling rank, equal ones in
 *     the order of the search
 * @param cost of all trees
 * @param nodes every different candidate, in the order of the search
 */
public record SearchResult(
    Problem problem, List<FoundSolution> found, SearchCost cost, List<SearchNode> nodes) {
  private static final Comparator<FoundSolution> BEST_FIRST =
      Comparator.comparing((FoundSolution f) -> !f.path().complete())
          .thenComparing(Comparator.comparingDouble(FoundSolution::rank).reversed());

  public SearchResult {
    found = found.stream().sorted(BEST_FIRST).toList();
    nodes = List.copyOf(nodes);
  }

  /** The best complete solution; empty if no path was completed. */
  public Optional<FoundSolution> best() {
    return found.stream().filter(f -> f.path().complete()).findFirst();
  }
}
