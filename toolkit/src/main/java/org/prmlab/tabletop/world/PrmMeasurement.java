package org.prmlab.tabletop.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.prmlab.data.Aggregation;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.ProblemKey;
import org.prmlab.data.Solution;
import org.prmlab.data.StepDataset;
import org.prmlab.data.StepScores;
import org.prmlab.evaluation.CorrectAnswerWrongProcess;
import org.prmlab.evaluation.MinScoreAtFinalStep;
import org.prmlab.evaluation.PredictedVerdict;
import org.prmlab.evaluation.ScoredSolution;
import org.prmlab.evaluation.StepErrors;
import org.prmlab.evaluation.ThresholdCurve;
import org.prmlab.evaluation.bestofn.BestOfN;
import org.prmlab.evaluation.bestofn.Candidate;
import org.prmlab.evaluation.bestofn.CandidateGroup;
import org.prmlab.evaluation.bestofn.Selection;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.prm.ProcessRewardModel;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.Estimate;
import org.prmlab.tabletop.program.Tier;

/** Measures a PRM on the data of its world. */
final class PrmMeasurement {
  private static final double HALF = 0.5;
  private static final int SAMPLES = 8;
  private static final Bootstrap NO_INTERVALS = Bootstrap.withDefaults().withResamples(100);

  private final ProcessRewardModel prm;

  PrmMeasurement(ProcessRewardModel prm) {
    this.prm = prm;
  }

  /** The threshold that is best on all tiers of the tuning set together. */
  double threshold(WorldFolder world) {
    return ThresholdCurve.of(scored(PrmlabRecord.read(world.tuning()))).best().threshold();
  }

  /**
   * What came of it.
   *
   * @param items of each tier, in the order of the files
   */
  record Measured(List<TierOutcome> tiers, List<PrmItems.TierItems> items) {}

  Measured measure(WorldFolder world, double threshold) {
    Map<Tier, List<ScoredSolution>> errors =
        scored(PrmlabRecord.read(world.stepErrors())).stream()
            .collect(Collectors.groupingBy(s -> Tier.of(s.scores().solution().problem())));
    List<StepScores> samples = scores(PrmlabRecord.read(world.bestOfEight()));
    Map<Tier, List<StepScores>> bestOf =
        samples.stream().collect(Collectors.groupingBy(s -> Tier.of(s.solution().problem())));
    List<TierOutcome> tiers = new ArrayList<>();
    List<PrmItems.TierItems> items = new ArrayList<>();
    for (Tier tier : Tier.values()) {
      List<ScoredSolution> some = errors.getOrDefault(tier, List.of());
      List<StepScores> chosen = bestOf.getOrDefault(tier, List.of());
      tiers.add(outcome(some, chosen, threshold));
      items.add(
          new PrmItems.TierItems(
              exact(some, true, HALF),
              exact(some, false, HALF),
              exact(some, true, threshold),
              exact(some, false, threshold),
              chosen(chosen, Aggregation.PRODUCT)));
    }
    return new Measured(tiers, items);
  }

  /** 1 for each solution with an error (or without) that is judged exactly, 0 for the others. */
  private static List<Double> exact(List<ScoredSolution> of, boolean errors, double threshold) {
    return of.stream()
        .filter(s -> s.truth().hasError() == errors)
        .map(s -> s.at(threshold).isExact() ? 1.0 : 0.0)
        .toList();
  }

  private static TierOutcome outcome(
      List<ScoredSolution> errors, List<StepScores> samples, double threshold) {
    List<PredictedVerdict> half = errors.stream().map(s -> s.at(HALF)).toList();
    StepErrors fixed = StepErrors.of(half, NO_INTERVALS);
    StepErrors tuned =
        StepErrors.of(errors.stream().map(s -> s.at(threshold)).toList(), NO_INTERVALS);
    CorrectAnswerWrongProcess flawed = CorrectAnswerWrongProcess.of(half, NO_INTERVALS);
    return new TierOutcome(
        bestOfEight(samples, Aggregation.MIN),
        bestOfEight(samples, Aggregation.PRODUCT),
        bestOfEight(samples, Aggregation.LAST),
        value(fixed.errorAccuracyIfDefined()),
        value(fixed.correctAccuracyIfDefined()),
        value(tuned.errorAccuracyIfDefined()),
        value(tuned.correctAccuracyIfDefined()),
        value(flawed.exactLocationIfDefined()),
        value(MinScoreAtFinalStep.of(samples, NO_INTERVALS).strictIfDefined()));
  }

  private static double value(java.util.Optional<Estimate> measured) {
    return measured.map(Estimate::value).orElse(Double.NaN);
  }

  private static double bestOfEight(List<StepScores> samples, Aggregation aggregation) {
    return chosen(samples, aggregation).stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElseThrow();
  }

  /** The share of right choices at each problem: 0 or 1 where there is no tie. */
  private static List<Double> chosen(List<StepScores> samples, Aggregation aggregation) {
    Map<ProblemKey, List<Candidate>> groups = new LinkedHashMap<>();
    for (StepScores sample : samples) {
      groups
          .computeIfAbsent(sample.solution().problem().key(), key -> new ArrayList<>())
          .add(candidate(sample.solution(), aggregation.rank(sample)));
    }
    return choices(groups, Selection.BEST);
  }

  static double accuracy(Map<ProblemKey, List<Candidate>> groups, Selection selection) {
    return choices(groups, selection).stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElseThrow();
  }

  private static List<Double> choices(
      Map<ProblemKey, List<Candidate>> groups, Selection selection) {
    List<CandidateGroup> all = new ArrayList<>();
    groups.forEach((problem, candidates) -> all.add(new CandidateGroup(problem, candidates)));
    return BestOfN.of(all).perProblem(selection, SAMPLES);
  }

  static Candidate candidate(Solution solution, double score) {
    return new Candidate(
        Integer.parseInt(solution.finalAnswer().orElseThrow()),
        solution.finalAnswerCorrect().orElseThrow(),
        score);
  }

  private List<ScoredSolution> scored(StepDataset data) {
    List<StepScores> scores = scores(data);
    List<ScoredSolution> scored = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      scored.add(
          new ScoredSolution(scores.get(i), data.solutions().get(i).verdict().orElseThrow()));
    }
    return scored;
  }

  private List<StepScores> scores(StepDataset data) {
    return prm.score(data.stream().map(LabeledSolution::solution).toList());
  }
}
