package org.prmlab.evaluation.bestofn;

/**
 * One sampled solution, as selection sees it.
 *
 * @param answerClass which answer it gives: equal numbers, equivalent answers. Answers are compared
 *     as mathematics, never as strings ("02" and "2" are one class)
 * @param correct whether that answer is the gold one
 * @param score what the PRM ranks it by, larger is better; any real number or -Infinity
 */
public record Candidate(int answerClass, boolean correct, double score) {
  public Candidate {
    if (Double.isNaN(score)) {
      throw new IllegalArgumentException(
          "candidate scored NaN; a number that can be ranked needed");
    }
  }
}
