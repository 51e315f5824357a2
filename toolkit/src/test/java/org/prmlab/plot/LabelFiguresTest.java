package org.prmlab.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.Confusion;
import org.prmlab.evaluation.LabelPair;
import org.prmlab.evaluation.Retention;
import org.prmlab.evaluation.StepAgreement;
import org.prmlab.evaluation.StepErrors;
import org.prmlab.evaluation.SuccessCounts;
import org.prmlab.report.Results;
import org.prmlab.stats.Estimate;

class LabelFiguresTest {
  private static final Optional<Estimate> HALF = Optional.of(new Estimate(0.5, 0.4, 0.6, 0.95));
  private static final Confusion CONFUSION =
      new Confusion(List.of("correct", "incorrect"), List.of(List.of(3L, 1L), List.of(2L, 4L)));

  static Figure annotation() {
    StepErrors errors = new StepErrors(HALF, HALF, HALF, 3, 4, 0);
    return AnnotationFigure.of(
        "threshold", Results.of("threshold", ordered("0/8", errors, "1/8", errors)));
  }

  static Figure kappa() {
    var defined = new StepAgreement(CONFUSION, HALF, HALF, HALF);
    var open = new StepAgreement(CONFUSION, HALF, Optional.empty(), Optional.empty());
    Map<String, StepAgreement> places = ordered("T1", defined, "T2", open);
    places.put("T3", defined);
    return KappaFigure.of("tier", Map.of("a and b", Results.of("tier", places)));
  }

  static Figure retention() {
    return RetentionFigure.of(
        Map.of("T1", List.of(new Retention(0, HALF), new Retention(0.125, HALF))));
  }

  static Figure counts() {
    Solution solution = Solution.of("s", Problem.of("p", "?"), List.of("a", "b", "c"));
    StepLabels rollouts =
        new StepLabels(
            "mc",
            List.of(
                StepLabel.monteCarlo(4, 4),
                StepLabel.monteCarlo(1, 4),
                StepLabel.monteCarlo(0, 4)));
    StepLabels truth = StepLabels.ofVerdict("truth", 3, Verdict.errorAt(1));
    return RolloutCountFigure.of(
        SuccessCounts.of(List.of(new LabelPair(solution, rollouts, truth))));
  }

  static Figure rates() {
    return StepRateFigure.of(Map.of("8 rollouts", List.of(HALF.orElseThrow(), HALF.orElseThrow())));
  }

  private static <V> Map<String, V> ordered(String a, V first, String b, V second) {
    Map<String, V> map = new LinkedHashMap<>();
    map.put(a, first);
    map.put(b, second);
    return map;
  }

  @Test
  void ratesAreInPercentAndKappaIsNot() {
    assertEquals(List.of(50.0, 50.0), annotation().data().series().get(0).values());
    assertEquals(List.of(40.0, 40.0), retention().data().series().get(0).low());
    assertEquals(List.of(60.0, 60.0), rates().data().series().get(0).high());
    assertEquals(List.of(0.5, 0.5), kappa().data().series().get(0).values());
  }

  @Test
  void aPlaceWithoutKappaIsLeftOut() {
    assertEquals(List.of("T1", "T3"), kappa().data().x());
  }

  @Test
  void stepsOfWhichTruthSaysNothingDoNotCount() {
    assertEquals(List.of(0.0, 0.0, 0.0, 0.0, 100.0), counts().data().series().get(0).values());
    assertEquals(List.of(0.0, 100.0, 0.0, 0.0, 0.0), counts().data().series().get(1).values());
  }
}
