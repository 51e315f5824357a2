package org.prmlab.evaluation;

/**
 * One point of a reliability curve.
 *
 * @param meanScore mean score of the items, in [0, 1]
 * @param rate share of them that turned out right
 * @param items how many there are
 */
public record ReliabilityBin(double meanScore, Interval rate, int items) {}
