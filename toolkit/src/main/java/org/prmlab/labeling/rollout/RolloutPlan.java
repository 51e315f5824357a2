package org.prmlab.labeling.rollout;

import org.prmlab.llm.SampleRange;

/**
 * What a strategy wants next.
 *
 * @param step the last step given, counted from 0
 * @param samples which rollouts
 */
public record RolloutPlan(int step, SampleRange samples) {}
