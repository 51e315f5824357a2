package org.prmlab.search;

/**
 * How wide a search is: independent trees, the paths each keeps at every level, and the candidates
 * drawn for each path. With one candidate and one path a tree, the trees are plain samples, of
 * which the scores choose at the end: Best-of-N.
 *
 * @param trees searched independently of each other
 * @param beams paths that a tree keeps at each level
 * @param width candidates for the next step of each path
 */
public record SearchShape(int trees, int beams, int width) {
  public SearchShape {
    if (trees < 1 || beams < 1 || width < 1) {
      throw new IllegalArgumentException(
          "%d trees, %d beams, %d candidates; at least 1 of each expected"
              .formatted(trees, beams, width));
    }
  }

  /** The paper's search (section 4.2.2, Table 8): keep the best of {@code width} steps, 8 there. */
  public static SearchShape greedy(int width) {
    return new SearchShape(1, 1, width);
  }

  /** Keep the best {@code beams} paths, whichever they come from. */
  public static SearchShape beam(int beams, int width) {
    return new SearchShape(1, beams, width);
  }

  /**
   * Diverse verifier tree search: {@code trees} greedy searches that do not compete.
   *
   * @see <a href="https://github.com/huggingface/search-and-learn">search-and-learn</a>, which
   *     introduced it
   */
  public static SearchShape diverse(int trees, int width) {
    return new SearchShape(trees, 1, width);
  }

  /** Best-of-N as a search, so that its cost is counted the same way. */
  public static SearchShape samples(int n) {
    return new SearchShape(n, 1, 1);
  }
}
