package org.prmlab.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.prmlab.stats.Estimate;
import org.prmlab.stats.RunMean;
import org.prmlab.tabletop.program.Tier;
import org.prmlab.tabletop.world.PrmRecipe;
import org.prmlab.tabletop.world.TierFacts;
import org.prmlab.tabletop.world.TierOutcome;
import org.prmlab.tabletop.world.WorldResults;

/**
 * The nine figures of the paper with the tabletop worlds' numbers: the same axes, other models.
 * Every point is a mean over worlds; its interval is Student's at 95 %, over worlds.
 */
public final class TabletopFigures {
  private static final String BON = "Best-of-8 (%)";
  private static final String F1 = "F1 of step errors (%)";
  private static final String PERCENT = "percent";
  private static final String LEVELS = "levels";
  private static final String HARD_SOFT = "hard - soft";
  private static final int EIGHTHS = 8;

  private final WorldResults worlds;
  private final WorldPairs pairs;
  private final List<PrmRecipe> main;

  private TabletopFigures(WorldResults worlds) {
    this.worlds = worlds;
    this.pairs = new WorldPairs(worlds);
    this.main =
        List.of(
            PrmRecipe.MC_HARD,
            PrmRecipe.MC_SOFT,
            PrmRecipe.MC_ALL_STEPS,
            PrmRecipe.CONSENSUS_HARD,
            PrmRecipe.CONSENSUS_SOFT,
            PrmRecipe.JUDGE,
            PrmRecipe.HUMAN);
  }

  /** The figures of these worlds. */
  public static TabletopFigures of(WorldResults worlds) {
    return new TabletopFigures(worlds);
  }

  /** All nine, in order. */
  public List<Figure> all() {
    return IntStream.rangeClosed(1, 9).mapToObj(this::figure).toList();
  }

  /**
   * One figure.
   *
   * @param number 1 to 9, as in the paper
   */
  public Figure figure(int number) {
    return switch (number) {
      case 1 -> overview();
      case 2 -> annotation();
      case 3 -> filtering(3, BON, TierOutcome::product);
      case 4 -> filtering(4, F1, TierOutcome::f1);
      case 5 -> threshold();
      case 6 -> flawedProcess();
      case 7 -> tolerance();
      case 8 -> minimumAtFinalStep();
      case 9 -> scoring();
      default -> throw new IllegalArgumentException("figure " + number + "; the paper has 1 to 9");
    };
  }

  private Figure overview() {
    FigureData data =
        FigureData.ofAxes("", PERCENT, labels(main))
            .with(series(BON, main, TierOutcome::product))
            .with(series(F1, main, TierOutcome::f1))
            .withReference("pass@8", facts(TierFacts::any))
            .withReference("maj@8", facts(TierFacts::majority));
    return points(1, "Best-of-8 and F1 of step errors of seven PRMs", data);
  }

  private Figure annotation() {
    List<PrmRecipe> recipes = List.of(PrmRecipe.MC_HARD, PrmRecipe.JUDGE, PrmRecipe.CONSENSUS_HARD);
    FigureData data =
        FigureData.ofAxes("", PERCENT, labels(recipes))
            .with(series(BON, recipes, TierOutcome::product))
            .with(series(F1, recipes, TierOutcome::f1));
    FigureData differences =
        DifferencePanel.axes(data)
            .with(pairs.fromFirst(BON, recipes, TierOutcome::product))
            .with(pairs.fromFirst(F1, recipes, TierOutcome::f1));
    return figure(
        2,
        "PRMs from Monte-Carlo, judge and consensus labels",
        ChartPanel.points(data, ValueAxis.RATE).withHeading(LEVELS),
        DifferencePanel.of(differences, "minus MC hard"));
  }

  private Figure filtering(int number, String unit, ToDoubleFunction<TierOutcome> quantity) {
    List<PrmRecipe> soft = List.of(PrmRecipe.MC_SOFT, PrmRecipe.CONSENSUS_SOFT);
    List<PrmRecipe> hard = List.of(PrmRecipe.MC_HARD, PrmRecipe.CONSENSUS_HARD);
    FigureData data =
        FigureData.ofAxes("", unit, List.of("before filtering", "after filtering"))
            .with(series("soft labels", soft, quantity))
            .with(series("hard labels", hard, quantity));
    FigureData differences =
        DifferencePanel.axes(data).with(pairs.between(HARD_SOFT, hard, soft, quantity));
    return figure(
        number,
        "Soft and hard labels before and after consensus filtering",
        ChartPanel.points(data, ValueAxis.RATE).withHeading(LEVELS),
        DifferencePanel.of(differences, HARD_SOFT));
  }

  private Figure threshold() {
    List<PrmRecipe> recipes = new ArrayList<>(List.of(PrmRecipe.MC_HARD));
    for (PrmRecipe recipe : PrmRecipe.values()) {
      if (recipe.isOfSweep()) {
        recipes.add(recipe);
      }
    }
    List<String> eighths =
        IntStream.range(0, EIGHTHS).mapToObj(i -> i == 0 ? "0" : i + "/8").toList();
    FigureData data =
        FigureData.ofAxes("threshold", PERCENT, eighths)
            .with(sweep(BON, recipes, TierOutcome::product))
            .with(sweep(F1, recipes, TierOutcome::f1));
    return figure(
            5,
            "The share of right rollouts above which a step counts as right",
            EqualSpan.panels(data))
        .withSubtitle(subtitle(worlds.outcomes(PrmRecipe.THRESHOLD_7).size()));
  }

  private Figure flawedProcess() {
    List<Estimate> rates = new ArrayList<>();
    for (Tier tier : Tier.values()) {
      rates.add(
          RunMean.of(
              worlds.facts().stream()
                  .map(world -> world.tiers().get(tier.index()).flawed())
                  .toList()));
    }
    List<String> tiers = IntStream.rangeClosed(1, 4).mapToObj(t -> "tier " + t).toList();
    FigureData data =
        FigureData.ofAxes("", "wrong process among right answers (%)", tiers)
            .with(PlotSeries.ofRates("process error rate", rates));
    return points(
        6, "Right answers by a wrong process, from the easiest tier to the hardest", data);
  }

  private Figure tolerance() {
    List<PrmRecipe> recipes =
        List.of(PrmRecipe.MC_ALL_STEPS, PrmRecipe.MC_HARD, PrmRecipe.JUDGE, PrmRecipe.HUMAN);
    FigureData data =
        FigureData.ofAxes("", PERCENT, labels(recipes))
            .with(series(BON, recipes, TierOutcome::product))
            .with(
                series(
                    "wrong step found in right answers (%)", recipes, TierOutcome::flawedLocated));
    return points(
        7, "Best-of-8 beside first errors found in right answers by a wrong process", data);
  }

  private Figure minimumAtFinalStep() {
    FigureData data =
        FigureData.ofAxes("", "minimum at the final step (%)", labels(main))
            .with(series("share of responses", main, TierOutcome::minimumAtEnd));
    return points(8, "Responses whose lowest step score is the last one", data);
  }

  private Figure scoring() {
    List<PrmRecipe> recipes =
        List.of(
            PrmRecipe.MC_HARD,
            PrmRecipe.MC_SOFT,
            PrmRecipe.MC_ALL_STEPS,
            PrmRecipe.HUMAN,
            PrmRecipe.JUDGE);
    FigureData data =
        FigureData.ofAxes("", BON, labels(recipes))
            .with(series("minimum", recipes, TierOutcome::min))
            .with(series("product", recipes, TierOutcome::product))
            .with(series("last", recipes, TierOutcome::last));
    return points(9, "Best-of-8 by the minimum, the product and the last of the step scores", data);
  }

  private double facts(ToDoubleFunction<TierFacts> quantity) {
    return worlds.facts().stream()
        .mapToDouble(world -> 100 * world.mean(quantity))
        .average()
        .orElseThrow();
  }

  private static List<String> labels(List<PrmRecipe> recipes) {
    return recipes.stream().map(PrmRecipe::label).toList();
  }

  private PlotSeries series(
      String name, List<PrmRecipe> recipes, ToDoubleFunction<TierOutcome> quantity) {
    return PlotSeries.ofRates(
        name, recipes.stream().map(r -> RunMean.of(worlds.values(r, quantity))).toList());
  }

  /** The worlds that have the whole sweep. */
  private PlotSeries sweep(
      String name, List<PrmRecipe> recipes, ToDoubleFunction<TierOutcome> quantity) {
    int swept = worlds.outcomes(PrmRecipe.THRESHOLD_7).size();
    return PlotSeries.ofRates(
        name,
        recipes.stream()
            .map(r -> worlds.values(r, quantity).subList(0, swept))
            .map(RunMean::of)
            .toList());
  }

  private Figure points(int number, String says, FigureData data) {
    return figure(number, says, ChartPanel.points(data, ValueAxis.RATE));
  }

  private Figure figure(int number, String says, Panel... panels) {
    String paired =
        2 <= number && number <= 4
            ? " The differences are paired by world: their intervals, not whether levels"
                + " overlap, say what differs."
            : "";
    FigureText text =
        FigureText.of(
            says,
            subtitle(worlds.worlds().size()),
            "Figure %d on the tabletop worlds.%s".formatted(number, paired));
    return Figure.of("tabletop-figure-" + number, text, panels);
  }

  private static String subtitle(int worlds) {
    return "means over %d worlds; 95 %% intervals over worlds (Student's)".formatted(worlds);
  }
}
