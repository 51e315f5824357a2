package org.prmlab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.StepDataset;
import org.prmlab.evaluation.BestOfN;
import org.prmlab.evaluation.Bootstrap;
import org.prmlab.evaluation.CandidateGroup;
import org.prmlab.evaluation.CurvePoint;
import org.prmlab.evaluation.Estimator;
import org.prmlab.evaluation.SampledSolutions;
import org.prmlab.evaluation.Selection;
import org.prmlab.prm.Aggregation;

/** What {@code evaluate best-of-n} reports; rates in percent, the last point of a curve is at k. */
record BestOfNReport(
    String data,
    String sha256,
    int problems,
    int samples,
    int k,
    String estimator,
    int unanswered,
    int undecided,
    AnswersReport answers,
    List<Point> pass,
    List<Point> majority,
    List<Chosen> prm,
    List<String> notes,
    Bootstrap intervals) {

  /** In place of an aggregation where one score stands for the whole solution. */
  static final String OUTCOME = "outcome";

  record Point(int k, EstimateJson accuracy, double samplingError) {}

  record Chosen(
      String prm,
      String aggregation,
      List<Point> best,
      @Nullable List<Point> weightedVote,
      @Nullable EstimateJson gapClosed) {}

  /** Makes reports with these settings. */
  record Maker(
      Estimator estimator,
      Bootstrap bootstrap,
      List<Aggregation> aggregations,
      AnswerOptions answers) {

    BestOfNReport make(StepDataset dataset, SampledSolutions samples, Scorers scorers) {
      BestOfN unscored = of(samples.unscored());
      List<Chosen> chosen = new ArrayList<>();
      for (String prm : scorers.prms()) {
        for (Aggregation aggregation : aggregations) {
          chosen.add(chosen(samples, prm, aggregation));
        }
      }
      scorers.outcomeModels().forEach(model -> chosen.add(byOutcome(samples, model)));
      return new BestOfNReport(
          dataset.card().name(),
          dataset.card().sha256(),
          unscored.groups().size(),
          dataset.size(),
          unscored.largestK(),
          name(estimator),
          samples.unanswered(),
          samples.undecided(),
          AnswersReport.of(samples.answers(), answers),
          points(unscored.curve(Selection.ANY)),
          points(unscored.curve(Selection.MAJORITY)),
          chosen,
          scorers.notes(dataset, samples, aggregations),
          bootstrap);
    }

    private Chosen byOutcome(SampledSolutions samples, String model) {
      BestOfN ranked = of(samples.rankedByOutcome(model));
      return new Chosen(
          model,
          OUTCOME,
          points(ranked.curve(Selection.BEST)),
          samples
              .weightedByOutcome(model)
              .map(groups -> points(of(groups).curve(Selection.WEIGHTED_VOTE)))
              .orElse(null),
          EstimateJson.percent(ranked.gapClosed(ranked.largestK())));
    }

    private Chosen chosen(SampledSolutions samples, String prm, Aggregation aggregation) {
      BestOfN ranked = of(samples.ranked(prm, aggregation));
      BestOfN weighted = of(samples.weighted(prm, aggregation));
      return new Chosen(
          prm,
          name(aggregation),
          points(ranked.curve(Selection.BEST)),
          points(weighted.curve(Selection.WEIGHTED_VOTE)),
          EstimateJson.percent(ranked.gapClosed(ranked.largestK())));
    }

    private BestOfN of(List<CandidateGroup> groups) {
      return BestOfN.of(groups).withEstimator(estimator).withBootstrap(bootstrap);
    }

    private static List<Point> points(List<CurvePoint> curve) {
      return curve.stream()
          .map(p -> new Point(p.k(), EstimateJson.percent(p.accuracy()), 100 * p.samplingError()))
          .toList();
    }

    private static String name(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }
  }
}
