package org.prmlab.cli.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.AnswerOptions;
import org.prmlab.cli.common.AnswersReport;
import org.prmlab.cli.common.EvaluatedData;
import org.prmlab.data.Aggregation;
import org.prmlab.evaluation.bestofn.AccuracyAtK;
import org.prmlab.evaluation.bestofn.BestOfN;
import org.prmlab.evaluation.bestofn.BestOfNSurvey;
import org.prmlab.evaluation.bestofn.CandidateColumns;
import org.prmlab.evaluation.bestofn.Estimator;
import org.prmlab.evaluation.bestofn.SampleColumns;
import org.prmlab.evaluation.bestofn.SampleScores;
import org.prmlab.evaluation.bestofn.Selection;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.Estimate;

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

  record Point(int k, Estimate accuracy, double samplingError) {}

  record Chosen(
      String prm,
      String aggregation,
      List<Point> best,
      @Nullable List<Point> weightedVote,
      Optional<Estimate> gapClosed) {}

  /** One way to choose, measured when the survey has run. */
  private record Asked(
      String scorer,
      String aggregation,
      Supplier<List<AccuracyAtK>> best,
      Optional<Supplier<List<AccuracyAtK>>> vote,
      Supplier<Optional<Estimate>> closed) {
    Chosen answered() {
      return new Chosen(
          scorer,
          aggregation,
          Maker.points(best.get()),
          vote.map(v -> Maker.points(v.get())).orElse(null),
          closed.get());
    }
  }

  /** Makes reports with these settings. */
  record Maker(
      Estimator estimator,
      Bootstrap bootstrap,
      List<Aggregation> aggregations,
      AnswerOptions answers) {

    BestOfNReport make(EvaluatedData data, SampleScores scores, Scorers scorers) {
      SampleColumns samples = scores.samples();
      BestOfN unscored =
          BestOfN.of(samples.unscored()).withEstimator(estimator).withBootstrap(bootstrap);
      BestOfNSurvey survey = new BestOfNSurvey(unscored);
      int k = unscored.largestK();
      var pass = survey.curve(Selection.ANY, unscored.groups());
      var majority = survey.curve(Selection.MAJORITY, unscored.groups());
      List<Asked> chosen = new ArrayList<>();
      for (String prm : scorers.prms()) {
        for (Aggregation aggregation : aggregations) {
          CandidateColumns ranked = scores.ranked(prm, aggregation);
          var best = survey.curve(Selection.BEST, ranked);
          var closed = survey.gapClosed(ranked, k);
          var vote = survey.curve(Selection.WEIGHTED_VOTE, scores.weighted(prm, aggregation));
          chosen.add(new Asked(prm, name(aggregation), best, Optional.of(vote), closed));
        }
      }
      for (String model : scorers.outcomeModels()) {
        CandidateColumns ranked = scores.rankedByOutcome(model);
        var best = survey.curve(Selection.BEST, ranked);
        var closed = survey.gapClosed(ranked, k);
        var vote =
            scores
                .weightedByOutcome(model)
                .map(weighted -> survey.curve(Selection.WEIGHTED_VOTE, weighted));
        chosen.add(new Asked(model, OUTCOME, best, vote, closed));
      }
      survey.run();
      AnswersReport answered = AnswersReport.of(samples, data, answers);
      return new BestOfNReport(
          data.card().name(),
          data.card().sha256(),
          unscored.groups().size(),
          samples.size(),
          k,
          name(estimator),
          answered.unanswered(),
          samples.undecided(),
          answered,
          points(pass.get()),
          points(majority.get()),
          chosen.stream().map(Asked::answered).toList(),
          scorers.notes(scores, aggregations),
          bootstrap);
    }

    private static List<Point> points(List<AccuracyAtK> curve) {
      return curve.stream()
          .map(p -> new Point(p.k(), p.accuracy(), 100 * p.samplingError()))
          .toList();
    }

    private static String name(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }
  }
}
