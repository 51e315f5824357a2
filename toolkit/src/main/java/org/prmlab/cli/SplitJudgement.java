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
 * @param voted how outputs became verdicts; empty for scores
 */
record SplitJudgement(
    StepDataset dataset,
    List<JudgedSolution> rows,
    Optional<JudgedAtThreshold> scored,
    Optional<JudgedVotes> voted) {

  SplitJudgement(StepDataset dataset, JudgedVotes voted) {
    this(dataset, voted.rows(), Optional.empty(), Optional.of(voted));
  }

  SplitJudgement(StepDataset dataset, JudgedAtThreshold judged) {
    this(dataset, judged.rows(), Optional.of(judged), Optional.empty());
  }

  StepErrorsReport report(Bootstrap bootstrap) {
    StepErrorsReport report =
        scored
            .map(judged -> StepErrorsReport.of(dataset.card(), judged, bootstrap))
            .orElseGet(() -> StepErrorsReport.of(dataset.card(), rows, bootstrap));
    return voted
        .map(v -> report.withOutputs(v.outputs(), UnreadText.words(v.unread())))
        .orElse(report);
  }
}
