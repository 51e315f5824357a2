package org.prmlab.findings;

import java.util.ArrayList;
import java.util.List;
import org.prmlab.findings.Finding.Unit;
import org.prmlab.paper.Paper;
import org.prmlab.paper.PrintedTable;
import org.prmlab.tabletop.PrmRecipe;
import org.prmlab.tabletop.SearchOutcome.TierSearch;
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

  private final Paper paper;
  private final WorldGaps gaps;
  private final List<Finding> all = new ArrayList<>();

  private Findings(Paper paper, WorldResults worlds) {
    this.paper = paper;
    this.gaps = new WorldGaps(worlds);
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
        gaps.points(PrmRecipe.TRUTH, PrmRecipe.MC_HARD, TierOutcome::f1));
    add(
        "a2",
        "Table 3",
        "Best-of-8: MC labels - human labels",
        best.row(MC_ROW).value(AVG) - best.row(HUMAN_ROW).value(AVG),
        gaps.points(PrmRecipe.MC_HARD, PrmRecipe.TRUTH, TierOutcome::product));
    add(
        "a3",
        "Table 4",
        "right solutions of the two hard tiers not flagged: human labels - MC labels",
        hardCleared(steps, HUMAN_ROW) - hardCleared(steps, MC_ROW),
        WorldGaps.difference(
            gaps.hardCleared(PrmRecipe.TRUTH), gaps.hardCleared(PrmRecipe.MC_HARD)));
    add(
        "a4",
        "control",
        "F1 of step errors at tuned thresholds: human labels - MC labels",
        Double.NaN,
        gaps.points(PrmRecipe.TRUTH, PrmRecipe.MC_HARD, TierOutcome::tunedF1));
  }

  private static double hardCleared(PrintedTable steps, String row) {
    return (steps.row(row).value("Olym cor") + steps.row(row).value("Omni cor")) / 2;
  }

  private void agreement() {
    all.add(
        new Finding(
            "b1",
            "Section 4",
            "kappa of MC and judge: second tier - hardest (the first has hardly an error)",
            Double.NaN,
            gaps.fall(1, TierFacts::kappa, 1),
            Unit.COEFFICIENT));
    add(
        "b2",
        "Section 4",
        "solutions on which MC and judge agree: easiest tier - hardest",
        Double.NaN,
        gaps.fall(0, TierFacts::kept, WorldGaps.PERCENT));
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
        gaps.points(PrmRecipe.CONSENSUS_HARD, PrmRecipe.MC_HARD, TierOutcome::f1));
    add(
        "c2",
        "control",
        "F1 of step errors: consensus - as many random solutions, MC labels",
        Double.NaN,
        gaps.points(PrmRecipe.CONSENSUS_HARD, PrmRecipe.RANDOM_MC, TierOutcome::f1));
    add(
        "c3",
        "control",
        "F1 of step errors: consensus - as many random solutions, judge's labels",
        Double.NaN,
        gaps.points(PrmRecipe.CONSENSUS_HARD, PrmRecipe.RANDOM_JUDGE, TierOutcome::f1));
    add(
        "c4",
        "control",
        "F1 of step errors at tuned thresholds: consensus - MC",
        Double.NaN,
        gaps.points(PrmRecipe.CONSENSUS_HARD, PrmRecipe.MC_HARD, TierOutcome::tunedF1));
  }

  private void hardAndSoft() {
    PrintedTable f1 = paper.figure(4);
    PrintedTable best = paper.figure(3);
    String before = "before filtering";
    String after = "after filtering";
    double beforeGap = f1.row(before).value("hard AvgF1") - f1.row(before).value("soft AvgF1");
    double afterGap = f1.row(after).value("hard AvgF1") - f1.row(after).value("soft AvgF1");
    List<Double> ourBefore = gaps.points(PrmRecipe.MC_HARD, PrmRecipe.MC_SOFT, TierOutcome::f1);
    List<Double> ourAfter =
        gaps.points(PrmRecipe.CONSENSUS_HARD, PrmRecipe.CONSENSUS_SOFT, TierOutcome::f1);
    add("d1", "Figure 4", "F1 of step errors after filtering: hard - soft", afterGap, ourAfter);
    add(
        "d2",
        "Figure 4",
        "how much filtering widens that gap",
        afterGap - beforeGap,
        WorldGaps.difference(ourAfter, ourBefore));
    add(
        "d3",
        "Figure 3",
        "Best-of-8 after filtering: hard - soft",
        best.row(after).value("hard BoN Avg") - best.row(after).value("soft BoN Avg"),
        gaps.points(PrmRecipe.CONSENSUS_HARD, PrmRecipe.CONSENSUS_SOFT, TierOutcome::product));
  }

  private void threshold() {
    PrintedTable t = paper.figure(5);
    add(
        "e1",
        "Figure 5",
        "F1 of step errors: threshold 0 - threshold 7/8",
        t.row("0").value("ProcessBench AvgF1") - t.row("7").value("ProcessBench AvgF1"),
        gaps.points(PrmRecipe.MC_HARD, PrmRecipe.THRESHOLD_7, TierOutcome::f1));
    add(
        "e2",
        "Figure 5",
        "Best-of-8: threshold 0 - threshold 7/8",
        t.row("0").value(BON_AVG) - t.row("7").value(BON_AVG),
        gaps.points(PrmRecipe.MC_HARD, PrmRecipe.THRESHOLD_7, TierOutcome::product));
  }

  private void flawedProcess() {
    PrintedTable rate = paper.figure(6);
    String column = "process error rate of correct-answer responses (%)";
    add(
        "f1",
        "Figure 6",
        "right answers by a wrong process: hardest tier - easiest",
        rate.row("Omni-MATH").value(column) - rate.row("GSM8K").value(column),
        WorldGaps.negated(gaps.fall(0, TierFacts::flawed, WorldGaps.PERCENT)));
    PrintedTable tolerance = paper.figure(7);
    String located = "accuracy on correct-answer wrong-process cases";
    add(
        "g1",
        "Figure 7",
        "first errors found in right answers by a wrong process: human labels - MC",
        tolerance.row(HUMAN_ROW).value(located) - tolerance.row(MC_ROW).value(located),
        gaps.points(PrmRecipe.TRUTH, PrmRecipe.MC_HARD, TierOutcome::flawedLocated));
    add(
        "g2",
        "Figure 7",
        "the same: judge - MC",
        tolerance.row(JUDGE_ROW).value(located) - tolerance.row(MC_ROW).value(located),
        gaps.points(PrmRecipe.JUDGE, PrmRecipe.MC_HARD, TierOutcome::flawedLocated));
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
        gaps.points(PrmRecipe.MC_KEEP, PrmRecipe.TRUTH, TierOutcome::minimumAtEnd));
    PrintedTable scoring = paper.figure(9);
    add(
        "i1",
        "Figure 9",
        "Best-of-8 by MC labels: last - product",
        scoring.row("MC-hard 860k").value("last") - scoring.row("MC-hard 860k").value("product"),
        gaps.within(PrmRecipe.MC_HARD, TierOutcome::last, TierOutcome::product));
    add(
        "i2",
        "Figure 9",
        "the same for MC with the steps after the first error kept",
        scoring.row("MC Math-Shepherd 440k").value("last")
            - scoring.row("MC Math-Shepherd 440k").value("product"),
        gaps.within(PrmRecipe.MC_KEEP, TierOutcome::last, TierOutcome::product));
    add(
        "i3",
        "Figure 9",
        "Best-of-8 by human labels: product - last",
        scoring.row("human PRM800K 264k").value("product")
            - scoring.row("human PRM800K 264k").value("last"),
        gaps.within(PrmRecipe.TRUTH, TierOutcome::product, TierOutcome::last));
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
        gaps.points(PrmRecipe.JUDGE, PrmRecipe.MC_HARD, TierOutcome::f1));
    add(
        "j2",
        "Figure 2",
        "Best-of-8 the other way round: MC - judge",
        t.row(mc).value(BON_AVG) - t.row(judge).value(BON_AVG),
        gaps.points(PrmRecipe.MC_HARD, PrmRecipe.JUDGE, TierOutcome::product));
  }

  private void search() {
    PrintedTable t = paper.table(8);
    String greedy = "Qwen2.5-Math-PRM-7B (greedy search@8)";
    add(
        "k1",
        "Table 8",
        "greedy search guided by the consensus PRM - majority of 8",
        t.row(greedy).value(AVG) - t.row("maj@8").value(AVG),
        gaps.searched(TierSearch::greedy, TierSearch::majority));
    add(
        "k2",
        "Table 8",
        "Best-of-8 - greedy search, by the same PRM here, by an outcome model there",
        t.row("Qwen2.5-Math-RM-72B (orm@8)").value(AVG) - t.row(greedy).value(AVG),
        gaps.searched(TierSearch::bestOfEight, TierSearch::greedy));
  }

  private void add(String id, String source, String claim, double inPaper, List<Double> ours) {
    all.add(new Finding(id, source, claim, inPaper, ours, Unit.POINTS));
  }
}
