package org.prmlab.evaluation;

import org.prmlab.stats.Estimate;

/**
 * One point of a reliability curve.
 *
 * @param meanScore mean score of the items, in [0, 1]
 * @param rate share of them that turned out right
 * @param items how many there are
 */
public record ReliabilityBin(double meanScore, Estimate rate, int items) {}
