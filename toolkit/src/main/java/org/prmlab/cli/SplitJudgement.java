package org.prmlab.cli;

import java.util.List;
import java.util.Optional;
import org.prmlab.data.StepDataset;
import org.prmlab.evaluation.Bootstrap;
import org.prmlab.evaluation.JudgedSolution;

/**
 * One split with its judgements.
 *
 * @param rows the verdicts beside the truth
 * @param scored how scores became verdicts; empty for predictions
 */
record SplitJudgement(
    StepDataset dataset, List<JudgedSolution> rows, Optional<JudgedAtThreshold> scored) {

  SplitJudgement(StepDataset dataset, List<JudgedSolution> predicted) {
    this(dataset, predicted, Optional.empty());
  }

  SplitJudgement(StepDataset dataset, JudgedAtThreshold judged) {
    this(dataset, judged.rows(), Optional.of(judged));
  }

  StepErrorsReport report(Bootstrap bootstrap) {
    return scored
        .map(judged -> StepErrorsReport.of(dataset.card(), judged, bootstrap))
        .orElseGet(() -> StepErrorsReport.of(dataset.card(), rows, bootstrap));
  }
}
