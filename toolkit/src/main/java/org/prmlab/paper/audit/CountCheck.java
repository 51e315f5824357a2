package org.prmlab.paper.audit;

/**
 * Whether a printed accuracy is k right answers out of n problems.
 *
 * @param where the table
 * @param row its row
 * @param column the benchmark
 * @param printed percent, as printed
 * @param n problems in the benchmark
 * @param kLow smallest k with k/n rounding to the printed number; one more than {@code kHigh} if
 *     there is none
 * @param kHigh largest such k
 * @param fits whether there is one
 */
public record CountCheck(
    String where,
    String row,
    String column,
    String printed,
    int n,
    int kLow,
    int kHigh,
    boolean fits) {}
