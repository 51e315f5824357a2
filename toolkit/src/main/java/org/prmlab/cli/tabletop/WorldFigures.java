package org.prmlab.cli.tabletop;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prmlab.answer.AnswerComparison;
import org.prmlab.data.Aggregation;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepDataset;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.bestofn.AccuracyAtK;
import org.prmlab.evaluation.bestofn.BestOfN;
import org.prmlab.evaluation.bestofn.Estimator;
import org.prmlab.evaluation.bestofn.SampledSolutions;
import org.prmlab.evaluation.bestofn.Selection;
import org.prmlab.notebook.TabletopWorld;
import org.prmlab.plot.BestOfNFigure;
import org.prmlab.plot.Figure;
import org.prmlab.plot.StepScoreFigure;
import org.prmlab.tabletop.program.Tier;
import org.prmlab.tabletop.world.PrmRecipe;

/** Figures for which PRMs of the first tabletop world score anew. */
public final class WorldFigures {
  private static final int PROBLEMS = 50; // of each tier
  private static final double THRESHOLD = 0.5;

  private final TabletopWorld world;
  private final List<PrmRecipe> prms;

  private WorldFigures(TabletopWorld world) {
    this.world = world;
    this.prms = List.of(world.human(), PrmRecipe.MC_HARD);
  }

  /**
   * The curves of Best-of-N, and the step scores of one wrong solution.
   *
   * @param root folder of all worlds
   */
  public static List<Figure> of(Path root) {
    try (TabletopWorld world = TabletopWorld.open(root.toString(), 1)) {
      var figures = new WorldFigures(world);
      return List.of(figures.bestOfN(), figures.stepScores());
    }
  }

  private Figure bestOfN() {
    StepDataset scored = world.withScores(world.bestOfEight(PROBLEMS), prms);
    SampledSolutions samples =
        SampledSolutions.of(scored.solutions(), AnswerComparison.withDefaults());
    BestOfN unscored = BestOfN.of(samples.unscored()).withEstimator(Estimator.ALL_SUBSETS);
    Map<String, List<AccuracyAtK>> curves = new LinkedHashMap<>();
    curves.put("pass@k", unscored.curve(Selection.ANY));
    curves.put("maj@k", unscored.curve(Selection.MAJORITY));
    for (PrmRecipe prm : prms) {
      BestOfN ranked = BestOfN.of(samples.ranked(prm.id(), Aggregation.PRODUCT));
      curves.put(prm.id(), ranked.withEstimator(Estimator.ALL_SUBSETS).curve(Selection.BEST));
    }
    return BestOfNFigure.of(curves)
        .withSubtitle(
            "%d problems of the first world; 95 %% intervals over problems"
                .formatted(samples.unscored().size()));
  }

  /** Of the first solution of the hardest tier that has an error. */
  private Figure stepScores() {
    LabeledSolution wrong =
        world.stepErrors().stream()
            .filter(s -> Tier.of(s.solution().problem()) == Tier.T4)
            .filter(s -> s.verdict().filter(Verdict::hasError).isPresent())
            .findFirst()
            .orElseThrow();
    return StepScoreFigure.of(
        prms.stream().map(p -> world.prm(p).score(List.of(wrong.solution())).get(0)).toList(),
        THRESHOLD);
  }
}
