package org.prmlab.search;

/**
 * What a search took; searches are compared at equal {@code tokens}.
 *
 * @param tokens written by the policy, lookahead included
 * @param steps drawn, those that came twice and lookahead included
 * @param scored partial solutions that the PRM read
 */
public record SearchCost(long tokens, long steps, long scored) {
  static final SearchCost NONE = new SearchCost(0, 0, 0);

  SearchCost plus(SearchCost other) {
    return new SearchCost(tokens + other.tokens, steps + other.steps, scored + other.scored);
  }

  static SearchCost ofStep(NextStep step) {
    return new SearchCost(step.tokens(), 1, 0);
  }
}
