package org.prmlab.search;

import org.prmlab.data.Aggregation;

/**
 * How to search.
 *
 * @param shape trees, beams and candidates
 * @param aggregation what makes one number of the scores of a path; no default, since each PRM has
 *     its own best (the paper, Table 13)
 * @param maxSteps steps after which a path is given up, incomplete
 * @param lookahead how many further steps a candidate is continued by before it is scored; they are
 *     then forgotten
 */
public record SearchSettings(
    SearchShape shape, Aggregation aggregation, int maxSteps, int lookahead) {
  private static final int MAX_STEPS = 40;

  public SearchSettings {
    if (maxSteps < 1 || lookahead < 0) {
      throw new IllegalArgumentException(
          "%d steps at most, lookahead %d; at least 1 and 0 expected"
              .formatted(maxSteps, lookahead));
    }
  }

  /** Up to 40 steps, as search-and-learn, without lookahead. */
  public static SearchSettings of(SearchShape shape, Aggregation aggregation) {
    return new SearchSettings(shape, aggregation, MAX_STEPS, 0);
  }

  public SearchSettings withMaxSteps(int maxSteps) {
    return new SearchSettings(shape, aggregation, maxSteps, lookahead);
  }

  public SearchSettings withLookahead(int lookahead) {
    return new SearchSettings(shape, aggregation, maxSteps, lookahead);
  }
}
