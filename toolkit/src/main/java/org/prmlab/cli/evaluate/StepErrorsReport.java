package org.prmlab.cli.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.EstimateJson;
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
    Measures all,
    @Nullable Threshold threshold,
    Flawed correctAnswerWrongProcess,
    @Nullable LastMinimum minimumAtEnd,
    Map<String, Measures> byGenerator,
    Map<String, Measures> byErrorPosition,
    Map<String, Measures> byLength,
    Bootstrap intervals) {

  record Measures(
      @Nullable EstimateJson f1,
      @Nullable EstimateJson errorAccuracy,
      @Nullable EstimateJson correctAccuracy,
      int errors,
      int corrects,
      int unparsed) {
    static Measures of(StepErrors measured) {
      return new Measures(
          EstimateJson.percent(measured.f1()),
          EstimateJson.percent(measured.errorAccuracy()),
          EstimateJson.percent(measured.correctAccuracy()),
          measured.errors(),
          measured.corrects(),
          measured.unparsed());
    }
  }

  record Threshold(String mode, List<Double> values, int tunedOnEvaluated) {}

  record Flawed(int rows, @Nullable EstimateJson exactLocation, @Nullable EstimateJson detection) {}

  record LastMinimum(
      @Nullable EstimateJson strict,
      @Nullable EstimateJson withTies,
      int solutions,
      int oneStepLeftOut) {}

  static StepErrorsReport of(DatasetCard card, JudgedColumns rows, Bootstrap bootstrap) {
    StepErrors.Survey survey = StepErrors.Survey.of(rows, bootstrap);
    CorrectAnswerWrongProcess flawed = survey.flawed();
    return new StepErrorsReport(
        card.name(),
        card.sha256(),
        rows.size(),
        0,
        Map.of(),
        Measures.of(survey.all()),
        null,
        new Flawed(
            flawed.flawed(),
            EstimateJson.percent(flawed.exactLocation()),
            EstimateJson.percent(flawed.detection())),
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
        new LastMinimum(
            EstimateJson.percent(last.strict()),
            EstimateJson.percent(last.withTies()),
            last.solutions(),
            last.oneStep()),
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

  private static Map<String, Measures> parts(StepErrors.Survey survey, ErrorGrouping grouping) {
    Map<String, Measures> parts = new LinkedHashMap<>();
    survey
        .parts()
        .getOrDefault(grouping, Map.of())
        .forEach((name, measured) -> parts.put(name, Measures.of(measured)));
    return parts;
  }
}
