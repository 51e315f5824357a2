package org.prmlab.cli.evaluate;

import java.util.List;
import org.prmlab.evaluation.JudgedColumns;
import org.prmlab.evaluation.ScoredColumns;

/**
 * Verdicts made of scores, and how.
 *
 * @param rows the verdicts
 * @param mode {@code fixed}, {@code tuned} or {@code cross-fitted}
 * @param thresholds one, or one a fold
 * @param tunedOnEvaluated how many rows are of problems that the threshold was tuned on: a leak
 * @param scored the scores behind the verdicts
 */
record JudgedAtThreshold(
    JudgedColumns rows,
    String mode,
    List<Double> thresholds,
    int tunedOnEvaluated,
    ScoredColumns scored) {}
