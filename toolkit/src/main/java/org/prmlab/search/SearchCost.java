package org.prmlab.search;

/**
 * What a search took; searches are compared at equal {@code tokens}.
 *
 * @param tokens written by the policy, lookahead included
 * @param steps drawn, those that came twice and lookahead included
 * @param scored partial solutions that the PRM read
 * @param refused partial solutions that the PRM could not read, and that were given up
 */
public record SearchCost(long tokens, long steps, long scored, long refused) {
  static final SearchCost NONE = new SearchCost(0, 0, 0);

  /** Without any that were refused. */
  public SearchCost(long tokens, long steps, long scored) {
    this(tokens, steps, scored, 0);
  }

  SearchCost plus(SearchCost other) {
    return new SearchCost(
        tokens + other.tokens, steps + other.steps, scored + other.scored, refused + other.refused);
  }

  static SearchCost ofStep(NextStep step) {
    return new SearchCost(step.tokens(), 1, 0);
  }

  static SearchCost ofRefusal() {
    return new SearchCost(0, 0, 0, 1);
  }
}
