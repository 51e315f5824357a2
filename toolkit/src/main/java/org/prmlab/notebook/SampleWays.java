package org.prmlab.notebook;

import java.util.ArrayList;
import java.util.List;
import org.prmlab.answer.AnswerComparison;
import org.prmlab.data.Aggregation;
import org.prmlab.data.LabeledSolution;
import org.prmlab.evaluation.bestofn.AccuracyAtK;
import org.prmlab.evaluation.bestofn.BestOfN;
import org.prmlab.evaluation.bestofn.BestOfNCurves;
import org.prmlab.evaluation.bestofn.Estimator;
import org.prmlab.evaluation.bestofn.SampledSolutions;
import org.prmlab.evaluation.bestofn.Selection;
import org.prmlab.report.Results;

/** Ways to choose among samples: any, the majority, and every PRM that scored them all. */
record SampleWays(SampledSolutions samples) {
  private record Way(String name, BestOfN chosen, Selection selection) {}

  /** The ways of these samples, graded by the default comparison of answers. */
  static SampleWays of(List<LabeledSolution> samples) {
    return new SampleWays(SampledSolutions.of(samples, AnswerComparison.withDefaults()));
  }

  BestOfNCurves curves(Aggregation aggregation, Estimator estimator) {
    BestOfNCurves curves = BestOfNCurves.none();
    for (Way way : ways(aggregation, estimator)) {
      curves = curves.with(way.name(), way.chosen().curve(way.selection()));
    }
    return curves;
  }

  Results<AccuracyAtK> at(Aggregation aggregation, Estimator estimator, int k) {
    return Results.each(
        "selection",
        ways(aggregation, estimator),
        w -> w.name().replace("@k", "@" + k),
        w -> w.chosen().at(w.selection(), k));
  }

  private List<Way> ways(Aggregation aggregation, Estimator estimator) {
    BestOfN unscored = BestOfN.of(samples.unscored()).withEstimator(estimator);
    List<Way> ways = new ArrayList<>();
    ways.add(new Way("pass@k", unscored, Selection.ANY));
    ways.add(new Way("maj@k", unscored, Selection.MAJORITY));
    for (String prm : samples.prms()) {
      BestOfN ranked = BestOfN.of(samples.ranked(prm, aggregation)).withEstimator(estimator);
      ways.add(new Way(prm, ranked, Selection.BEST));
    }
    return ways;
  }
}
