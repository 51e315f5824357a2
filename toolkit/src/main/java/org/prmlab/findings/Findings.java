package org.prmlab.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.prmlab.paper.Paper;
import org.prmlab.stats.TrendLine;
import org.prmlab.tabletop.program.Tier;
import org.prmlab.tabletop.world.PrmRecipe;
import org.prmlab.tabletop.world.SearchOutcome.TierSearch;
import org.prmlab.tabletop.world.TierFacts;
import org.prmlab.tabletop.world.TierOutcome;
import org.prmlab.tabletop.world.WorldResults;

/**
 * The paper's findings (a) to (k), each as claims about one number, beside the paper's own number:
 * differences, equivalences and slopes, fixed before the first reported world was made
 * (docs/decisions). Step errors are read at 0.5, as the paper reads its two-class PRMs; Best-of-8
 * by the product of the step scores unless a claim says otherwise. Human annotation is the exact
 * checker's word on another generator's solutions, as PRM800K's are.
 */
public final class Findings {
  /** Best-of-8, and consensus beside judge, differ by less than this: points. */
  private static final double MARGIN = 2;

  /** What F1 is to differ by where Best-of-8 does not: points. */
  private static final double CLEAR = 10;

  private static final String CONTROL = "control";

  private final PaperGaps paper;
  private final List<WorldReading> worlds;
  private final List<Finding> all = new ArrayList<>();

  private Findings(Paper paper, WorldResults worlds) {
    this.paper = new PaperGaps(paper);
    this.worlds = worlds.worlds().stream().map(WorldReading::new).toList();
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
    Claim f1 =
        Claim.of("a1", "Table 4", "F1 of step errors: human - MC").withPaper(paper.f1HumanOverMc());
    Claim best =
        Claim.of("a2", "Table 3", "Best-of-8: MC - human").withPaper(paper.bestMcOverHuman());
    Claim cleared =
        Claim.of("a3", "Table 4", "right solutions of the two hard tiers not flagged: human - MC")
            .withPaper(paper.clearedHumanOverMc());
    add(f1, w -> w.points(PrmRecipe.HUMAN, PrmRecipe.MC_HARD, TierOutcome::f1));
    add(
        best.within(MARGIN),
        w -> w.points(PrmRecipe.MC_HARD, PrmRecipe.HUMAN, TierOutcome::product));
    add(
        cleared,
        w -> w.hardPoints(PrmRecipe.HUMAN, PrmRecipe.MC_HARD, TierOutcome::correctAccuracy));
    add(
        Claim.of("a4", CONTROL, "F1 of step errors at tuned thresholds: human - MC"),
        w -> w.points(PrmRecipe.HUMAN, PrmRecipe.MC_HARD, TierOutcome::tunedF1));
    add(
        Claim.of("a5", "Table 4", "F1 of step errors: human - MC")
            .withPaper(paper.f1HumanOverMc())
            .above(CLEAR),
        w -> w.points(PrmRecipe.HUMAN, PrmRecipe.MC_HARD, TierOutcome::f1));
    add(
        Claim.of("a6", CONTROL, "F1 of step errors: exact checker on the same solutions - MC"),
        w -> w.points(PrmRecipe.CHECKER, PrmRecipe.MC_HARD, TierOutcome::f1));
  }

  private void agreement() {
    add(
        Claim.of("b1", "Section 4", "kappa of MC and judge: second tier - hardest")
            .ofCoefficients(),
        w -> w.fall(Tier.T2, TierFacts::kappa, 1));
    add(
        Claim.of("b2", "Section 4", "solutions on which MC and judge agree: easiest - hardest"),
        w -> w.fall(Tier.T1, TierFacts::kept));
  }

  private void consensus() {
    add(
        Claim.of("c1", "Figure 2", "F1 of step errors: consensus - MC")
            .withPaper(paper.f1ConsensusOverMc()),
        w -> w.points(PrmRecipe.CONSENSUS_HARD, PrmRecipe.MC_HARD, TierOutcome::f1));
    add(
        Claim.of("c2", CONTROL, "F1 of step errors: consensus - as many random solutions, MC"),
        w -> w.points(PrmRecipe.CONSENSUS_HARD, PrmRecipe.RANDOM_MC, TierOutcome::f1));
    add(
        Claim.of("c3", "Figure 2", "F1 of step errors: consensus - judge")
            .withPaper(paper.f1ConsensusOverJudge())
            .within(MARGIN),
        w -> w.points(PrmRecipe.CONSENSUS_HARD, PrmRecipe.JUDGE, TierOutcome::f1));
    add(
        Claim.of("c4", CONTROL, "F1 of step errors at tuned thresholds: consensus - MC"),
        w -> w.points(PrmRecipe.CONSENSUS_HARD, PrmRecipe.MC_HARD, TierOutcome::tunedF1));
    add(
        Claim.of("c5", CONTROL, "F1 of step errors: consensus - as many random solutions, judge"),
        w -> w.points(PrmRecipe.CONSENSUS_HARD, PrmRecipe.RANDOM_JUDGE, TierOutcome::f1));
    add(
        Claim.of("c6", "Figure 2", "50 % - labels of the consensus in percent of the judge's")
            .withPaper(paper.savedBeyondHalf()),
        w -> w.savedBeyondHalf(PrmRecipe.JUDGE, PrmRecipe.CONSENSUS_HARD));
  }

  private void hardAndSoft() {
    Function<WorldReading, WorldValue> after =
        w -> w.points(PrmRecipe.CONSENSUS_HARD, PrmRecipe.CONSENSUS_SOFT, TierOutcome::f1);
    Function<WorldReading, WorldValue> before =
        w -> w.points(PrmRecipe.MC_HARD, PrmRecipe.MC_SOFT, TierOutcome::f1);
    add(
        Claim.of("d1", "Figure 4", "F1 of step errors after filtering: hard - soft")
            .withPaper(paper.f1HardOverSoft()),
        after);
    add(
        Claim.of("d2", "Figure 4", "how much filtering widens that gap")
            .withPaper(paper.widening()),
        w -> w.difference(after.apply(w), before.apply(w)));
    add(
        Claim.of("d3", "Figure 3", "Best-of-8 after filtering: hard - soft")
            .withPaper(paper.bestHardOverSoft()),
        w -> w.points(PrmRecipe.CONSENSUS_HARD, PrmRecipe.CONSENSUS_SOFT, TierOutcome::product));
  }

  private void threshold() {
    add(
        Claim.of("e1", "Figure 5", "F1 of step errors along thresholds 0 to 7/8: first - last")
            .withPaper(fall(paper.f1Thresholds()))
            .slope(),
        w -> w.fallOverThresholds(TierOutcome::f1));
    add(
        Claim.of("e2", "Figure 5", "Best-of-8 along thresholds 0 to 7/8: first - last")
            .withPaper(fall(paper.bestThresholds()))
            .slope(),
        w -> w.fallOverThresholds(TierOutcome::product));
    add(
        Claim.of("e3", CONTROL, "F1 at tuned thresholds along thresholds 0 to 7/8: first - last")
            .slope(),
        w -> w.fallOverThresholds(TierOutcome::tunedF1));
  }

  private static double fall(List<Double> values) {
    return -TrendLine.of(values).slope() * (values.size() - 1);
  }

  private void flawedProcess() {
    add(
        Claim.of("f1", "Figure 6", "right answers by a wrong process: hardest tier - easiest")
            .withPaper(paper.flawedHardestOverEasiest()),
        w -> w.fall(Tier.T1, TierFacts::flawed, -100));
    add(
        Claim.of("g1", "Figure 7", "first errors found in right answers: human - MC")
            .withPaper(paper.flawedLocatedHumanOverMc()),
        w -> w.points(PrmRecipe.HUMAN, PrmRecipe.MC_HARD, TierOutcome::flawedLocated));
    add(
        Claim.of("g2", "Figure 7", "first errors found in right answers: judge - MC")
            .withPaper(paper.flawedLocatedJudgeOverMc()),
        w -> w.points(PrmRecipe.JUDGE, PrmRecipe.MC_HARD, TierOutcome::flawedLocated));
  }

  private void scores() {
    add(
        Claim.of("h1", "Figure 8", "minimum score at the last step: MC with all steps - human")
            .withPaper(paper.minimumAtEndMcOverHuman()),
        w -> w.points(PrmRecipe.MC_ALL_STEPS, PrmRecipe.HUMAN, TierOutcome::minimumAtEnd));
    add(
        Claim.of("i1", "Figure 9", "Best-of-8 by MC: last - product")
            .withPaper(paper.scoring("MC-hard 860k", "last", "product")),
        w -> w.within(PrmRecipe.MC_HARD, TierOutcome::last, TierOutcome::product));
    add(
        Claim.of("i2", "Figure 9", "Best-of-8 by MC with all steps: last - product")
            .withPaper(paper.scoring("MC Math-Shepherd 440k", "last", "product")),
        w -> w.within(PrmRecipe.MC_ALL_STEPS, TierOutcome::last, TierOutcome::product));
    add(
        Claim.of("i3", "Figure 9", "Best-of-8 by human: product - last")
            .withPaper(paper.scoring("human PRM800K 264k", "product", "last")),
        w -> w.within(PrmRecipe.HUMAN, TierOutcome::product, TierOutcome::last));
    add(
        Claim.of("i4", "Figure 9", "Best-of-8 by MC: last - minimum")
            .withPaper(paper.scoring("MC-hard 860k", "last", "min")),
        w -> w.within(PrmRecipe.MC_HARD, TierOutcome::last, TierOutcome::min));
  }

  private void ranking() {
    Function<WorldReading, WorldValue> f1 =
        w -> w.points(PrmRecipe.JUDGE, PrmRecipe.MC_HARD, TierOutcome::f1);
    Claim judge =
        Claim.of("j1", "Figure 2", "F1 of step errors: judge - MC")
            .withPaper(paper.f1JudgeOverMc());
    add(judge, f1);
    add(
        Claim.of("j2", "Figure 2", "Best-of-8: MC - judge")
            .withPaper(paper.bestMcOverJudge())
            .within(MARGIN),
        w -> w.points(PrmRecipe.MC_HARD, PrmRecipe.JUDGE, TierOutcome::product));
    add(
        Claim.of("j3", "Figure 2", "F1 of step errors: judge - MC")
            .withPaper(paper.f1JudgeOverMc())
            .above(CLEAR),
        f1);
  }

  private void search() {
    add(
        Claim.of("k1", "Table 8", "greedy search by the weaker policy, consensus - majority of 8")
            .withPaper(paper.greedyOverMajority()),
        w -> w.searched(TierSearch::greedy, TierSearch::majority));
    add(
        Claim.of("k2", "Table 8", "Best-of-8 - greedy search (there by an outcome model)")
            .withPaper(paper.bestOverGreedy()),
        w -> w.searched(TierSearch::bestOfEight, TierSearch::greedy));
  }

  private void add(Claim claim, Function<WorldReading, WorldValue> number) {
    all.add(new Finding(claim, worlds.stream().map(number).toList()));
  }
}
