package org.prmlab.search;

import java.util.ArrayList;
import java.util.List;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;

/**
 * A partial solution, as far as it has been written.
 *
 * @param problem the question
 * @param place where it stands in the search, e.g. {@code 0.3.1}: tree 0, candidate 3, candidate 1;
 *     with the problem's id the key of its randomness
 * @param steps from the first on; none at the root
 * @param complete whether the policy ended it
 */
public record SearchPath(Problem problem, String place, List<String> steps, boolean complete) {
  public SearchPath {
    steps = List.copyOf(steps);
  }

  static SearchPath root(Problem problem, int tree) {
    return new SearchPath(problem, String.valueOf(tree), List.of(), false);
  }

  /** This path with one step more. */
  SearchPath then(NextStep next, int candidate) {
    List<String> more = new ArrayList<>(steps);
    more.add(next.text());
    return new SearchPath(problem, place + "." + candidate, more, next.last());
  }

  /**
   * The path as a solution, whose id is the problem's with the place.
   *
   * @throws IllegalArgumentException if it has no steps yet
   */
  public Solution solution() {
    return Solution.of(problem.id() + "/" + place, problem, steps);
  }
}
