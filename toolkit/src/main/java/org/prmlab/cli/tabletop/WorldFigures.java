package org.prmlab.cli.tabletop;

import java.nio.file.Path;
import java.util.List;
import org.prmlab.data.Aggregation;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.bestofn.Estimator;
import org.prmlab.notebook.ScoredDataset;
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
    this.prms = List.of(PrmRecipe.HUMAN, PrmRecipe.MC_HARD);
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
    ScoredDataset scored =
        world.scored(world.bestOfEight(PROBLEMS), prms.toArray(PrmRecipe[]::new));
    return BestOfNFigure.of(scored.curves(Aggregation.PRODUCT, Estimator.ALL_SUBSETS))
        .withSubtitle(
            "%d problems of the first world; 95 %% intervals over problems"
                .formatted(scored.samples().unscored().size()));
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
