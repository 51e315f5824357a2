package org.prmlab.evaluation.bestofn;

import org.prmlab.stats.Estimate;

/**
 * Accuracy at one number of samples.
 *
 * @param k samples chosen from
 * @param accuracy in [0, 1], with its interval over problems
 * @param samplingError standard error from drawing subsets instead of counting them; 0 if counted.
 *     Not part of the interval
 */
public record AccuracyAtK(int k, Estimate accuracy, double samplingError) {}
