package org.prmlab.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.ProblemKey;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.Solution;
import org.prmlab.data.StepDataset;
import org.prmlab.data.StepScores;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.Calibration;
import org.prmlab.evaluation.Confusion;
import org.prmlab.evaluation.ScoredSolution;
import org.prmlab.evaluation.StepErrors;
import org.prmlab.evaluation.ThresholdCurve;
import org.prmlab.evaluation.bestofn.BestOfN;
import org.prmlab.evaluation.bestofn.BestOfNCurves;
import org.prmlab.evaluation.bestofn.Candidate;
import org.prmlab.evaluation.bestofn.CandidateGroup;
import org.prmlab.evaluation.bestofn.Selection;
import org.prmlab.paper.Paper;
import org.prmlab.plot.SelectionAgainstF1Figure.Rated;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.Clusters;
import org.prmlab.stats.Estimate;

class EvaluationFiguresTest {
  private static final Bootstrap BOOTSTRAP = Bootstrap.withDefaults().withResamples(200);

  static Stream<Supplier<Figure>> figures() {
    return Stream.of(
        EvaluationFiguresTest::bestOfN,
        EvaluationFiguresTest::threshold,
        EvaluationFiguresTest::reliability,
        EvaluationFiguresTest::confusion,
        EvaluationFiguresTest::firstError,
        EvaluationFiguresTest::selectionAgainstF1,
        LabelFiguresTest::annotation,
        LabelFiguresTest::kappa,
        LabelFiguresTest::retention,
        LabelFiguresTest::counts,
        LabelFiguresTest::rates,
        EvaluationFiguresTest::besideThePaper);
  }

  @ParameterizedTest
  @MethodSource("figures")
  void everyFigureIsDrawnTheSameEachTime(Supplier<Figure> make, @TempDir Path folder)
      throws Exception {
    Figure figure = make.get();
    assertArrayEquals(figure.png(), make.get().png());
    assertEquals(3, figure.save(folder).size());
    assertTrue(Files.size(folder.resolve(figure.name() + ".png")) > 5000);
    assertTrue(figure.caption().endsWith("."));
  }

  @Test
  void accuraciesAreDrawnInPercentWithTheirIntervals() {
    PlotSeries pass = bestOfN().data().series().get(0);
    assertEquals(List.of("1", "2", "4", "8"), bestOfN().data().x());
    for (int i = 0; i < 4; i++) {
      assertTrue(pass.low().get(i) <= pass.values().get(i));
      assertTrue(pass.values().get(i) <= pass.high().get(i) && pass.high().get(i) <= 100);
    }
  }

  private static Figure besideThePaper() {
    Map<String, StepErrors> errors = new LinkedHashMap<>();
    errors.put("math", withF1(new Estimate(0.7, 0.65, 0.75, 0.95)));
    errors.put("word problems", withF1(new Estimate(0.5, 0.4, 0.6, 0.95)));
    errors.put("omnimath", new StepErrors(none(), none(), none(), 0, 0, 0));
    return ProcessBenchFigure.beside(
        Paper.asPrinted().table(7).row("Qwen2.5-Math-PRM-7B"), "mine", errors);
  }

  private static StepErrors withF1(Estimate f1) {
    return new StepErrors(Optional.of(f1), none(), none(), 10, 10, 0);
  }

  private static Optional<Estimate> none() {
    return Optional.empty();
  }

  @Test
  void aPlaceWithoutANumberStaysEmpty() {
    FigureData data = besideThePaper().data();
    assertEquals(List.of("gsm8k", "math", "olympiadbench", "omnimath", "word problems"), data.x());
    assertEquals(List.of(82.4, 77.6, 67.5, 66.3, Double.NaN), data.series().get(0).values());
    double none = Double.NaN;
    assertEquals(List.of(none, 70.0, none, none, 50.0), data.series().get(1).values());
    assertEquals(List.of(none, 65.0, none, none, 40.0), data.series().get(1).low());
  }

  @Test
  void theThresholdCurveIsThinnedToWhatAChartShows() {
    assertTrue(threshold().data().x().size() <= 301);
    assertEquals(3, threshold().data().series().size());
  }

  @Test
  void firstErrorsAreSharesOfTheWrongSolutions() {
    double sum = firstError().data().series().get(0).values().stream().mapToDouble(v -> v).sum();
    assertEquals(100, sum, 1e-9);
  }

  @Test
  void aConfusionKeepsItsRows() {
    assertEquals(List.of(40.0, 3.0, 2.0), confusion().data().series().get(0).values());
  }

  private static Figure bestOfN() {
    Random random = new Random(1);
    List<CandidateGroup> groups = new ArrayList<>();
    for (int p = 0; p < 200; p++) {
      double skill = random.nextDouble();
      List<Candidate> candidates = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        int answer = random.nextDouble() < skill ? 0 : 1 + random.nextInt(3);
        candidates.add(
            new Candidate(answer, answer == 0, random.nextDouble() + (answer == 0 ? 0.3 : 0)));
      }
      groups.add(new CandidateGroup(new ProblemKey("p" + p, "?"), candidates));
    }
    BestOfN measured = BestOfN.of(groups).withBootstrap(BOOTSTRAP);
    return BestOfNFigure.of(
        BestOfNCurves.none()
            .with("pass@k", measured.curve(Selection.ANY))
            .with("prm@k", measured.curve(Selection.BEST))
            .with("maj@k", measured.curve(Selection.MAJORITY)));
  }

  private static Figure threshold() {
    Random random = new Random(2);
    List<ScoredSolution> rows = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      int error = i % 2 == 0 ? random.nextInt(4) : -1;
      double[] scores =
          IntStream.range(0, 4)
              .mapToDouble(
                  s -> s == error ? 0.8 * random.nextDouble() : 1 - 0.5 * random.nextDouble())
              .toArray();
      rows.add(
          new ScoredSolution(
              StepScores.of("prm", ScoreMeaning.STEP_CORRECT, solution(i), scores),
              error < 0 ? Verdict.allCorrect() : Verdict.errorAt(error)));
    }
    return ThresholdFigure.of(ThresholdCurve.of(rows));
  }

  private static Figure reliability() {
    Random random = new Random(3);
    List<Double> scores = new ArrayList<>();
    List<Boolean> right = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      scores.add(random.nextDouble());
      right.add(random.nextDouble() < Math.sqrt(scores.get(i)));
    }
    Calibration calibration = Calibration.of(scores, right, Clusters.ofRows(1000));
    return ReliabilityFigure.of("a timid PRM", calibration.reliability(10, BOOTSTRAP));
  }

  private static Figure confusion() {
    return ConfusionFigure.of(
        new Confusion(
            List.of("no error", "step 1", "step 2"),
            List.of(List.of(40L, 3L, 2L), List.of(6L, 20L, 4L), List.of(9L, 1L, 15L))),
        "rollouts",
        "judge");
  }

  private static Figure firstError() {
    Random random = new Random(4);
    List<LabeledSolution> solutions = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      int error = random.nextInt(5) - 1;
      solutions.add(
          LabeledSolution.of(
              solution(i), error < 0 ? Verdict.allCorrect() : Verdict.errorAt(error)));
    }
    return FirstErrorFigure.of(Map.of("made up", StepDataset.of("made up", solutions)));
  }

  private static Figure selectionAgainstF1() {
    return SelectionAgainstF1Figure.of(
        List.of(
            new Rated("rollouts", rate(0.659), rate(0.401)),
            new Rated("judge", rate(0.653), rate(0.465)),
            new Rated("people", rate(0.649), rate(0.565))));
  }

  private static Estimate rate(double value) {
    return new Estimate(value, value - 0.012, value + 0.012, 0.95);
  }

  private static Solution solution(int id) {
    return new Solution(
        "s" + id,
        Problem.of("", "problem " + id),
        "model",
        List.of("1", "2", "3", "4"),
        Optional.empty(),
        Optional.of(true));
  }
}
