package org.prmlab.labeling.rollout;

import org.prmlab.data.Solution;
import org.prmlab.llm.SampleRange;

/**
 * Rollouts to draw.
 *
 * @param solution whose steps they go on from
 * @param step the last step that is given, counted from 0
 * @param samples which rollouts
 */
public record RolloutRequest(Solution solution, int step, SampleRange samples) {}
