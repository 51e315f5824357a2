package org.prmlab.cli.evaluate;

import java.util.Optional;
import org.prmlab.cli.common.UnreadText;
import org.prmlab.data.DatasetCard;
import org.prmlab.evaluation.JudgedColumns;
import org.prmlab.stats.Bootstrap;

/**
 * One split with its judgements.
 *
 * @param rows the verdicts beside the truth
 * @param scored how scores became verdicts; empty for predictions
 * @param voted how outputs became verdicts; empty for scores
 */
public record SplitJudgement(
    DatasetCard card,
    JudgedColumns rows,
    Optional<JudgedAtThreshold> scored,
    Optional<JudgedVotes> voted) {

  public SplitJudgement(DatasetCard card, JudgedVotes voted) {
    this(card, voted.rows(), Optional.empty(), Optional.of(voted));
  }

  public SplitJudgement(DatasetCard card, JudgedAtThreshold judged) {
    this(card, judged.rows(), Optional.of(judged), Optional.empty());
  }

  public StepErrorsReport report(Bootstrap bootstrap) {
    StepErrorsReport report =
        scored
            .map(judged -> StepErrorsReport.of(card, judged, bootstrap))
            .orElseGet(() -> StepErrorsReport.of(card, rows, bootstrap));
    return voted
        .map(v -> report.withOutputs(v.outputs(), UnreadText.words(v.unread())))
        .orElse(report);
  }
}
