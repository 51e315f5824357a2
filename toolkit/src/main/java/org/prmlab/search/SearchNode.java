package org.prmlab.search;

/**
 * One candidate step of a search, for a picture of the tree.
 *
 * @param place of the path that ends with it; its parent's place is the part before the last dot
 * @param step its text
 * @param stepScore of this step alone, by the PRM, in [0, 1]
 * @param score of the path that ends with it, as the search ranked it (for a product a sum of
 *     logarithms)
 * @param fate what became of it
 */
public record SearchNode(String place, String step, double stepScore, double score, Fate fate) {
  /** What becomes of a candidate. */
  public enum Fate {
    /** The search went on from it, or ended with it. */
    KEPT,
    /** Others were better. */
    DROPPED
  }
}
