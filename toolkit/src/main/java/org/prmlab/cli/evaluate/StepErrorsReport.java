package org.prmlab.cli.evaluate;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.DatasetCard;
import org.prmlab.evaluation.CorrectAnswerWrongProcess;
import org.prmlab.evaluation.ErrorGrouping;
import org.prmlab.evaluation.JudgedColumns;
import org.prmlab.evaluation.MinScoreAtFinalStep;
import org.prmlab.evaluation.StepErrors;
import org.prmlab.stats.Bootstrap;

/**
 * What {@code evaluate step-errors} reports; rates in percent.
 *
 * @param outputs predictions, or outputs of a critic, that the verdicts come from; 0 for scores
 * @param unread how many of these could not be read, by reason
 */
public record StepErrorsReport(
    String data,
    String sha256,
    int rows,
    int outputs,
    Map<String, Integer> unread,
    StepErrors all,
    @Nullable Threshold threshold,
    CorrectAnswerWrongProcess correctAnswerWrongProcess,
    @Nullable MinScoreAtFinalStep minimumAtEnd,
    Map<String, StepErrors> byGenerator,
    Map<String, StepErrors> byErrorPosition,
    Map<String, StepErrors> byLength,
    Bootstrap intervals) {

  record Threshold(String mode, List<Double> values, int tunedOnEvaluated) {}

  static StepErrorsReport of(DatasetCard card, JudgedColumns rows, Bootstrap bootstrap) {
    StepErrors.Survey survey = StepErrors.Survey.of(rows, bootstrap);
    return new StepErrorsReport(
        card.name(),
        card.sha256(),
        rows.size(),
        0,
        Map.of(),
        survey.all(),
        null,
        survey.flawed(),
        null,
        parts(survey, ErrorGrouping.GENERATOR),
        parts(survey, ErrorGrouping.ERROR_POSITION),
        parts(survey, ErrorGrouping.LENGTH),
        bootstrap);
  }

  static StepErrorsReport of(DatasetCard card, JudgedAtThreshold judged, Bootstrap bootstrap) {
    StepErrorsReport plain = of(card, judged.rows(), bootstrap);
    MinScoreAtFinalStep last = MinScoreAtFinalStep.of(judged.scored(), bootstrap);
    return new StepErrorsReport(
        plain.data(),
        plain.sha256(),
        plain.rows(),
        0,
        Map.of(),
        plain.all(),
        new Threshold(judged.mode(), judged.thresholds(), judged.tunedOnEvaluated()),
        plain.correctAnswerWrongProcess(),
        last,
        plain.byGenerator(),
        plain.byErrorPosition(),
        plain.byLength(),
        bootstrap);
  }

  /** This report with what could be read of the outputs behind it. */
  StepErrorsReport withOutputs(int outputs, Map<String, Integer> unread) {
    return new StepErrorsReport(
        data,
        sha256,
        rows,
        outputs,
        unread,
        all,
        threshold,
        correctAnswerWrongProcess,
        minimumAtEnd,
        byGenerator,
        byErrorPosition,
        byLength,
        intervals);
  }

  private static Map<String, StepErrors> parts(StepErrors.Survey survey, ErrorGrouping grouping) {
    return survey.parts().getOrDefault(grouping, Map.of());
  }
}
