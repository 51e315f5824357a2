package org.prmlab.findings;

import java.util.ArrayList;
import java.util.List;
import org.prmlab.paper.Paper;
import org.prmlab.tabletop.world.PrmRecipe;
import org.prmlab.tabletop.world.SearchOutcome.TierSearch;
import org.prmlab.tabletop.world.TierFacts;
import org.prmlab.tabletop.world.TierOutcome;
import org.prmlab.tabletop.world.WorldResults;

/**
 * The claims as they were posed for the worlds of the second round: every one is that a number is
 * above 0.
 */
final class SecondRoundFindings {
  private final PaperGaps paper;
  private final WorldResults worlds;
  private final WorldGaps gaps;
  private final List<Finding> all = new ArrayList<>();

  private SecondRoundFindings(Paper paper, WorldResults worlds) {
    this.paper = new PaperGaps(paper);
    this.worlds = worlds;
    this.gaps = new WorldGaps(worlds);
  }

  /** All of them, in order. */
  static List<Finding> of(Paper paper, WorldResults worlds) {
    var findings = new SecondRoundFindings(paper, worlds);
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
    add(
        "a1",
        "Table 4",
        "F1 of step errors: human labels - MC labels",
        paper.f1HumanOverMc(),
        gaps.points(PrmRecipe.CHECKER, PrmRecipe.MC_HARD, TierOutcome::f1));
    add(
        "a2",
        "Table 3",
        "Best-of-8: MC labels - human labels",
        paper.bestMcOverHuman(),
        gaps.points(PrmRecipe.MC_HARD, PrmRecipe.CHECKER, TierOutcome::product));
    add(
        "a3",
        "Table 4",
        "right solutions of the two hard tiers not flagged: human labels - MC labels",
        paper.clearedHumanOverMc(),
        WorldGaps.difference(
            gaps.hardCleared(PrmRecipe.CHECKER), gaps.hardCleared(PrmRecipe.MC_HARD)));
    add(
        "a4",
        "control",
        "F1 of step errors at tuned thresholds: human labels - MC labels",
        Double.NaN,
        gaps.points(PrmRecipe.CHECKER, PrmRecipe.MC_HARD, TierOutcome::tunedF1));
  }

  private void agreement() {
    Claim kappa =
        Claim.of(
            "b1",
            "Section 4",
            "kappa of MC and judge: second tier - hardest (the first has hardly an error)");
    add(kappa.ofCoefficients(), gaps.fall(1, TierFacts::kappa, 1));
    add(
        "b2",
        "Section 4",
        "solutions on which MC and judge agree: easiest tier - hardest",
        Double.NaN,
        gaps.fall(0, TierFacts::kept, WorldGaps.PERCENT));
  }

  private void consensus() {
    add(
        "c1",
        "Figure 2",
        "F1 of step errors: consensus - MC",
        paper.f1ConsensusOverMc(),
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
    List<Double> ourBefore = gaps.points(PrmRecipe.MC_HARD, PrmRecipe.MC_SOFT, TierOutcome::f1);
    List<Double> ourAfter =
        gaps.points(PrmRecipe.CONSENSUS_HARD, PrmRecipe.CONSENSUS_SOFT, TierOutcome::f1);
    add(
        "d1",
        "Figure 4",
        "F1 of step errors after filtering: hard - soft",
        paper.f1HardOverSoft(),
        ourAfter);
    add(
        "d2",
        "Figure 4",
        "how much filtering widens that gap",
        paper.widening(),
        WorldGaps.difference(ourAfter, ourBefore));
    add(
        "d3",
        "Figure 3",
        "Best-of-8 after filtering: hard - soft",
        paper.bestHardOverSoft(),
        gaps.points(PrmRecipe.CONSENSUS_HARD, PrmRecipe.CONSENSUS_SOFT, TierOutcome::product));
  }

  private void threshold() {
    add(
        "e1",
        "Figure 5",
        "F1 of step errors: threshold 0 - threshold 7/8",
        paper.f1Thresholds().get(0) - paper.f1Thresholds().get(7),
        gaps.points(PrmRecipe.MC_HARD, PrmRecipe.THRESHOLD_7, TierOutcome::f1));
    add(
        "e2",
        "Figure 5",
        "Best-of-8: threshold 0 - threshold 7/8",
        paper.bestThresholds().get(0) - paper.bestThresholds().get(7),
        gaps.points(PrmRecipe.MC_HARD, PrmRecipe.THRESHOLD_7, TierOutcome::product));
  }

  private void flawedProcess() {
    add(
        "f1",
        "Figure 6",
        "right answers by a wrong process: hardest tier - easiest",
        paper.flawedHardestOverEasiest(),
        WorldGaps.negated(gaps.fall(0, TierFacts::flawed, WorldGaps.PERCENT)));
    add(
        "g1",
        "Figure 7",
        "first errors found in right answers by a wrong process: human labels - MC",
        paper.flawedLocatedHumanOverMc(),
        gaps.points(PrmRecipe.CHECKER, PrmRecipe.MC_HARD, TierOutcome::flawedLocated));
    add(
        "g2",
        "Figure 7",
        "the same: judge - MC",
        paper.flawedLocatedJudgeOverMc(),
        gaps.points(PrmRecipe.JUDGE, PrmRecipe.MC_HARD, TierOutcome::flawedLocated));
  }

  private void scores() {
    add(
        "h1",
        "Figure 8",
        "minimum score at the last step: MC with all steps - human labels",
        paper.minimumAtEndMcOverHuman(),
        gaps.points(PrmRecipe.MC_ALL_STEPS, PrmRecipe.CHECKER, TierOutcome::minimumAtEnd));
    add(
        "i1",
        "Figure 9",
        "Best-of-8 by MC labels: last - product",
        paper.scoring("MC-hard 860k", "last", "product"),
        gaps.within(PrmRecipe.MC_HARD, TierOutcome::last, TierOutcome::product));
    add(
        "i2",
        "Figure 9",
        "the same for MC with the steps after the first error kept",
        paper.scoring("MC Math-Shepherd 440k", "last", "product"),
        gaps.within(PrmRecipe.MC_ALL_STEPS, TierOutcome::last, TierOutcome::product));
    add(
        "i3",
        "Figure 9",
        "Best-of-8 by human labels: product - last",
        paper.scoring("human PRM800K 264k", "product", "last"),
        gaps.within(PrmRecipe.CHECKER, TierOutcome::product, TierOutcome::last));
  }

  private void ranking() {
    add(
        "j1",
        "Figure 2",
        "F1 of step errors: judge - MC",
        paper.f1JudgeOverMc(),
        gaps.points(PrmRecipe.JUDGE, PrmRecipe.MC_HARD, TierOutcome::f1));
    add(
        "j2",
        "Figure 2",
        "Best-of-8 the other way round: MC - judge",
        paper.bestMcOverJudge(),
        gaps.points(PrmRecipe.MC_HARD, PrmRecipe.JUDGE, TierOutcome::product));
  }

  private void search() {
    add(
        "k1",
        "Table 8",
        "greedy search guided by the consensus PRM - majority of 8",
        paper.greedyOverMajority(),
        gaps.searched(TierSearch::greedy, TierSearch::majority));
    add(
        "k2",
        "Table 8",
        "Best-of-8 - greedy search, by the same PRM here, by an outcome model there",
        paper.bestOverGreedy(),
        gaps.searched(TierSearch::bestOfEight, TierSearch::greedy));
  }

  private void add(String id, String source, String claim, double inPaper, List<Double> ours) {
    add(Claim.of(id, source, claim).withPaper(inPaper), ours);
  }

  private void add(Claim claim, List<Double> ours) {
    List<WorldValue> values = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      values.add(WorldValue.of(worlds.worlds().get(i).seed(), ours.get(i)));
    }
    all.add(new Finding(claim, values));
  }
}
