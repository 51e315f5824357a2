package org.prmlab.labeling;

/**
 * What a strategy wants next.
 *
 * @param step the last step given, counted from 0
 * @param samples which rollouts
 */
public record StepDraw(int step, SampleRange samples) {}
