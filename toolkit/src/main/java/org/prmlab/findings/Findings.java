package org.prmlab.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.prmlab.paper.Paper;
import org.prmlab.paper.PrintedTable;
import org.prmlab.tabletop.PrmRecipe;
import org.prmlab.tabletop.SearchOutcome;
import org.prmlab.tabletop.SearchOutcome.TierSearch;
import org.prmlab.tabletop.Tier;
import org.prmlab.tabletop.TierFacts;
import org.prmlab.tabletop.TierOutcome;
import org.prmlab.tabletop.WorldResults;

/**
 * The paper's findings (a) to (k), each as claims about one number, beside the paper's own number.
 * Step errors are read at 0.5, as the paper reads its two-class PRMs; Best-of-8 by the product of
 * the step scores unless a claim says otherwise.
 */
public final class Findings {
  private static final String AVG = "Avg";
  private static final String AVG_F1 = "AvgF1";
  private static final String BON_AVG = "BoN Avg";
  private static final String MC_ROW = "MC Estimation (our data)";
  private static final String JUDGE_ROW = "LLM-as-a-judge (our data)";
  private static final String HUMAN_ROW = "Human Annotation (PRM800K)";
  private static final int PERCENT = 100;

  private final Paper paper;
  private final WorldResults worlds;
  private final List<Finding> all = new ArrayList<>();

  private Findings(Paper paper, WorldResults worlds) {
    this.paper = paper;
    this.worlds = worlds;
  }

  /** All of them, in order. */
  public static List<Finding> of(Paper paper, WorldResults worlds) {
    var findings = new Findings(paper, worlds);
    findings.monteCarlo();
    findings.agreement();
    findings.consensus();
    findings.hardAndSoft();
    findings.threshold();
    findings.flawedProcess();
    findings.scores();
    findings.ranking();
    findings.search();
    return List.copyOf(findings.all);
  }

  private void monteCarlo() {
    PrintedTable steps = paper.table(4);
    PrintedTable best = paper.table(3);
    add(
        "a1",
        "Table 4",
        "F1 of step errors: human labels - MC labels",
        steps.row(HUMAN_ROW).value(AVG_F1) - steps.row(MC_ROW).value(AVG_F1),
        points(PrmRecipe.TRUTH, PrmRecipe.MC_HARD, TierOutcome::f1));
    add(
        "a2",
        "Table 3",
        "Best-of-8: MC labels - human labels",
        best.row(MC_ROW).value(AVG) - best.row(HUMAN_ROW).value(AVG),
        points(PrmRecipe.MC_HARD, PrmRecipe.TRUTH, TierOutcome::product));
    add(
        "a3",
        "Table 4",
        "right solutions of the two hard tiers not flagged: human labels - MC labels",
        hardCleared(steps, HUMAN_ROW) - hardCleared(steps, MC_ROW),
        difference(hardCleared(PrmRecipe.TRUTH), hardCleared(PrmRecipe.MC_HARD)));
  }

  private static double hardCleared(PrintedTable steps, String row) {
    return (steps.row(row).value("Olym cor") + steps.row(row).value("Omni cor")) / 2;
  }

  private List<Double> hardCleared(PrmRecipe recipe) {
    List<Double> third = worlds.values(recipe, Tier.T3, TierOutcome::correctAccuracy);
    List<Double> fourth = worlds.values(recipe, Tier.T4, TierOutcome::correctAccuracy);
    return IntStream.range(0, third.size())
        .mapToObj(i -> PERCENT * (third.get(i) + fourth.get(i)) / 2)
        .toList();
  }

  private void agreement() {
    add(
        "b1",
        "Section 4",
        "kappa of MC and judge: easiest tier - hardest",
        Double.NaN,
        fall(TierFacts::kappa, 1));
    add(
        "b2",
        "Section 4",
        "solutions on which MC and judge agree: easiest tier - hardest",
        Double.NaN,
        fall(TierFacts::kept, PERCENT));
  }

  private List<Double> fall(ToDoubleFunction<TierFacts> quantity, double unit) {
    return worlds.facts().stream()
        .map(
            world ->
                unit
                    * (quantity.applyAsDouble(world.tiers().get(0))
                        - quantity.applyAsDouble(world.tiers().get(world.tiers().size() - 1))))
        .toList();
  }

  private void consensus() {
    PrintedTable t = paper.figure(2);
    double gain =
        t.row("Consensus Filtering").value("ProcessBench AvgF1")
            - t.row("MC Estimation").value("ProcessBench AvgF1");
    add(
        "c1",
        "Figure 2",
        "F1 of step errors: consensus - MC",
        gain,
        points(PrmRecipe.CONSENSUS_HARD, PrmRecipe.MC_HARD, TierOutcome::f1));
    add(
        "c2",
        "control",
        "F1 of step errors: consensus - as many random solutions, MC labels",
        Double.NaN,
        points(PrmRecipe.CONSENSUS_HARD, PrmRecipe.RANDOM_MC, TierOutcome::f1));
    add(
        "c3",
        "control",
        "F1 of step errors: consensus - as many random solutions, judge's labels",
        Double.NaN,
        points(PrmRecipe.CONSENSUS_HARD, PrmRecipe.RANDOM_JUDGE, TierOutcome::f1));
  }

  private void hardAndSoft() {
    PrintedTable f1 = paper.figure(4);
    PrintedTable best = paper.figure(3);
    String before = "before filtering";
    String after = "after filtering";
    double beforeGap = f1.row(before).value("hard AvgF1") - f1.row(before).value("soft AvgF1");
    double afterGap = f1.row(after).value("hard AvgF1") - f1.row(after).value("soft AvgF1");
    List<Double> ourBefore = points(PrmRecipe.MC_HARD, PrmRecipe.MC_SOFT, TierOutcome::f1);
    List<Double> ourAfter =
        points(PrmRecipe.CONSENSUS_HARD, PrmRecipe.CONSENSUS_SOFT, TierOutcome::f1);
    add("d1", "Figure 4", "F1 of step errors after filtering: hard - soft", afterGap, ourAfter);
    add(
        "d2",
        "Figure 4",
        "how much filtering widens that gap",
        afterGap - beforeGap,
        difference(ourAfter, ourBefore));
    add(
        "d3",
        "Figure 3",
        "Best-of-8 after filtering: hard - soft",
        best.row(after).value("hard BoN Avg") - best.row(after).value("soft BoN Avg"),
        points(PrmRecipe.CONSENSUS_HARD, PrmRecipe.CONSENSUS_SOFT, TierOutcome::product));
  }

  private void threshold() {
    PrintedTable t = paper.figure(5);
    add(
        "e1",
        "Figure 5",
        "F1 of step errors: threshold 0 - threshold 7/8",
        t.row("0").value("ProcessBench AvgF1") - t.row("7").value("ProcessBench AvgF1"),
        points(PrmRecipe.MC_HARD, PrmRecipe.THRESHOLD_7, TierOutcome::f1));
    add(
        "e2",
        "Figure 5",
        "Best-of-8: threshold 0 - threshold 7/8",
        t.row("0").value(BON_AVG) - t.row("7").value(BON_AVG),
        points(PrmRecipe.MC_HARD, PrmRecipe.THRESHOLD_7, TierOutcome::product));
  }

  private void flawedProcess() {
    PrintedTable rate = paper.figure(6);
    String column = "process error rate of correct-answer responses (%)";
    add(
        "f1",
        "Figure 6",
        "right answers by a wrong process: hardest tier - easiest",
        rate.row("Omni-MATH").value(column) - rate.row("GSM8K").value(column),
        negated(fall(TierFacts::flawed, PERCENT)));
    PrintedTable tolerance = paper.figure(7);
    String located = "accuracy on correct-answer wrong-process cases";
    add(
        "g1",
        "Figure 7",
        "first errors found in right answers by a wrong process: human labels - MC",
        tolerance.row(HUMAN_ROW).value(located) - tolerance.row(MC_ROW).value(located),
        points(PrmRecipe.TRUTH, PrmRecipe.MC_HARD, TierOutcome::flawedLocated));
    add(
        "g2",
        "Figure 7",
        "the same: judge - MC",
        tolerance.row(JUDGE_ROW).value(located) - tolerance.row(MC_ROW).value(located),
        points(PrmRecipe.JUDGE, PrmRecipe.MC_HARD, TierOutcome::flawedLocated));
  }

  private void scores() {
    PrintedTable minimum = paper.figure(8);
    String share = minimum.columns().get(1);
    add(
        "h1",
        "Figure 8",
        "minimum score at the last step: MC with all steps - human labels",
        minimum.row("Math-Shepherd-PRM-7B").value(share)
            - minimum.row("Qwen2.5-Math-7B-PRM800K").value(share),
        points(PrmRecipe.MC_KEEP, PrmRecipe.TRUTH, TierOutcome::minimumAtEnd));
    PrintedTable scoring = paper.figure(9);
    add(
        "i1",
        "Figure 9",
        "Best-of-8 by MC labels: last - product",
        scoring.row("MC-hard 860k").value("last") - scoring.row("MC-hard 860k").value("product"),
        within(PrmRecipe.MC_HARD, TierOutcome::last, TierOutcome::product));
    add(
        "i2",
        "Figure 9",
        "the same for MC with the steps after the first error kept",
        scoring.row("MC Math-Shepherd 440k").value("last")
            - scoring.row("MC Math-Shepherd 440k").value("product"),
        within(PrmRecipe.MC_KEEP, TierOutcome::last, TierOutcome::product));
    add(
        "i3",
        "Figure 9",
        "Best-of-8 by human labels: product - last",
        scoring.row("human PRM800K 264k").value("product")
            - scoring.row("human PRM800K 264k").value("last"),
        within(PrmRecipe.TRUTH, TierOutcome::product, TierOutcome::last));
  }

  private void ranking() {
    PrintedTable t = paper.figure(2);
    String mc = "MC Estimation";
    String judge = "LLM-as-a-judge";
    add(
        "j1",
        "Figure 2",
        "F1 of step errors: judge - MC",
        t.row(judge).value("ProcessBench AvgF1") - t.row(mc).value("ProcessBench AvgF1"),
        points(PrmRecipe.JUDGE, PrmRecipe.MC_HARD, TierOutcome::f1));
    add(
        "j2",
        "Figure 2",
        "Best-of-8 the other way round: MC - judge",
        t.row(mc).value(BON_AVG) - t.row(judge).value(BON_AVG),
        points(PrmRecipe.MC_HARD, PrmRecipe.JUDGE, TierOutcome::product));
  }

  private void search() {
    PrintedTable t = paper.table(8);
    String greedy = "Qwen2.5-Math-PRM-7B (greedy search@8)";
    add(
        "k1",
        "Table 8",
        "greedy search guided by the consensus PRM - majority of 8",
        t.row(greedy).value(AVG) - t.row("maj@8").value(AVG),
        searched(TierSearch::greedy, TierSearch::majority));
    add(
        "k2",
        "Table 8",
        "Best-of-8 - greedy search, by the same PRM here, by an outcome model there",
        t.row("Qwen2.5-Math-RM-72B (orm@8)").value(AVG) - t.row(greedy).value(AVG),
        searched(TierSearch::bestOfEight, TierSearch::greedy));
  }

  private List<Double> searched(
      ToDoubleFunction<TierSearch> first, ToDoubleFunction<TierSearch> second) {
    List<SearchOutcome> searches = worlds.searches(PrmRecipe.CONSENSUS_HARD);
    return searches.stream().map(s -> PERCENT * (s.mean(first) - s.mean(second))).toList();
  }

  /** Percentage points between two PRMs of the same world. */
  private List<Double> points(
      PrmRecipe first, PrmRecipe second, ToDoubleFunction<TierOutcome> quantity) {
    return difference(percent(first, quantity), percent(second, quantity));
  }

  private List<Double> within(
      PrmRecipe recipe,
      ToDoubleFunction<TierOutcome> first,
      ToDoubleFunction<TierOutcome> second) {
    return difference(percent(recipe, first), percent(recipe, second));
  }

  private List<Double> percent(PrmRecipe recipe, ToDoubleFunction<TierOutcome> quantity) {
    return worlds.values(recipe, quantity).stream().map(v -> PERCENT * v).toList();
  }

  /** World by world, as many as both have. */
  private static List<Double> difference(List<Double> first, List<Double> second) {
    return IntStream.range(0, Math.min(first.size(), second.size()))
        .mapToObj(i -> first.get(i) - second.get(i))
        .toList();
  }

  private static List<Double> negated(List<Double> values) {
    return values.stream().map(v -> -v).toList();
  }

  private void add(
      String id, String source, String claim, double inPaper, List<Double> ours) {
    all.add(new Finding(id, source, claim, inPaper, ours, 0));
  }

  /** The table of findings as text. */
  public static String table(List<Finding> findings) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT, "%-3s %-10s %6s  %-22s %-14s %s%n", "", "source", "paper",
            "ours [95 %]", "", "claim: above 0"));
    for (Finding f : findings) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-3s %-10s %6s  %-22s %-14s %s%n",
              f.id(),
              f.source(),
              f.paperText(),
              f.oursText(),
              f.conclusion(),
              f.claim()));
    }
    return text.toString().stripTrailing();
  }
}
