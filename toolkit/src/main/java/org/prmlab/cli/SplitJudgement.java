package org.prmlab.cli;

import java.util.Optional;
import org.prmlab.data.DatasetCard;
import org.prmlab.evaluation.Bootstrap;
import org.prmlab.evaluation.JudgedColumns;

/**
 * One split with its judgements.
 *
 * @param rows the verdicts beside the truth
 * @param scored how scores became verdicts; empty for predictions
 * @param voted how outputs became verdicts; empty for scores
 */
record SplitJudgement(
    DatasetCard card,
    JudgedColumns rows,
    Optional<JudgedAtThreshold> scored,
    Optional<JudgedVotes> voted) {

  SplitJudgement(DatasetCard card, JudgedVotes voted) {
    this(card, voted.rows(), Optional.empty(), Optional.of(voted));
  }

  SplitJudgement(DatasetCard card, JudgedAtThreshold judged) {
    this(card, judged.rows(), Optional.of(judged), Optional.empty());
  }

  StepErrorsReport report(Bootstrap bootstrap) {
    StepErrorsReport report =
        scored
            .map(judged -> StepErrorsReport.of(card, judged, bootstrap))
            .orElseGet(() -> StepErrorsReport.of(card, rows, bootstrap));
    return voted
        .map(v -> report.withOutputs(v.outputs(), UnreadText.words(v.unread())))
        .orElse(report);
  }
}
