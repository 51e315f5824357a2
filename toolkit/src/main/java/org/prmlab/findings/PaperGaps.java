package org.prmlab.findings;

import java.util.List;
import org.prmlab.paper.Paper;
import org.prmlab.paper.PrintedTable;

/** The paper's side of the claims: differences between its printed numbers, in points. */
record PaperGaps(Paper paper) {
  private static final String AVG = "Avg";
  private static final String AVG_F1 = "AvgF1";
  private static final String BON = "BoN Avg";
  private static final String F1 = "ProcessBench AvgF1";
  private static final String MC = "MC Estimation (our data)";
  private static final String JUDGE = "LLM-as-a-judge (our data)";
  private static final String HUMAN = "Human Annotation (PRM800K)";
  private static final String LOCATED = "accuracy on correct-answer wrong-process cases";
  private static final String GREEDY = "Qwen2.5-Math-PRM-7B (greedy search@8)";

  private static double gap(PrintedTable table, String column, String first, String second) {
    return table.row(first).value(column) - table.row(second).value(column);
  }

  double f1HumanOverMc() {
    return gap(paper.table(4), AVG_F1, HUMAN, MC);
  }

  double bestMcOverHuman() {
    return gap(paper.table(3), AVG, MC, HUMAN);
  }

  /** Right solutions that are not flagged, mean of the two hard splits. */
  double clearedHumanOverMc() {
    PrintedTable steps = paper.table(4);
    return (gap(steps, "Olym cor", HUMAN, MC) + gap(steps, "Omni cor", HUMAN, MC)) / 2;
  }

  double f1ConsensusOverMc() {
    return gap(paper.figure(2), F1, "Consensus Filtering", "MC Estimation");
  }

  double f1ConsensusOverJudge() {
    return gap(paper.figure(2), F1, "Consensus Filtering", "LLM-as-a-judge");
  }

  double f1JudgeOverMc() {
    return gap(paper.figure(2), F1, "LLM-as-a-judge", "MC Estimation");
  }

  double bestMcOverJudge() {
    return gap(paper.figure(2), BON, "MC Estimation", "LLM-as-a-judge");
  }

  /** After filtering. */
  double f1HardOverSoft() {
    return hardOverSoft(paper.figure(4), "after filtering", AVG_F1);
  }

  /** How much farther apart hard and soft labels are after filtering than before. */
  double widening() {
    return f1HardOverSoft() - hardOverSoft(paper.figure(4), "before filtering", AVG_F1);
  }

  /** After filtering. */
  double bestHardOverSoft() {
    return hardOverSoft(paper.figure(3), "after filtering", BON);
  }

  private static double hardOverSoft(PrintedTable table, String row, String column) {
    return table.row(row).value("hard " + column) - table.row(row).value("soft " + column);
  }

  /** F1 of step errors at the thresholds 0 to 7 eighths. */
  List<Double> f1Thresholds() {
    return paper.figure(5).values(F1);
  }

  /** Best-of-8 at the same. */
  List<Double> bestThresholds() {
    return paper.figure(5).values(BON);
  }

  double flawedHardestOverEasiest() {
    String share = "process error rate of correct-answer responses (%)";
    return gap(paper.figure(6), share, "Omni-MATH", "GSM8K");
  }

  double flawedLocatedHumanOverMc() {
    return gap(paper.figure(7), LOCATED, HUMAN, MC);
  }

  double flawedLocatedJudgeOverMc() {
    return gap(paper.figure(7), LOCATED, JUDGE, MC);
  }

  double minimumAtEndMcOverHuman() {
    PrintedTable minimum = paper.figure(8);
    String share = minimum.columns().get(1);
    return gap(minimum, share, "Math-Shepherd-PRM-7B", "Qwen2.5-Math-7B-PRM800K");
  }

  /** Best-of-8 by one way to score a solution and by another, with the PRM of a row of Figure 9. */
  double scoring(String row, String first, String second) {
    PrintedTable scoring = paper.figure(9);
    return scoring.row(row).value(first) - scoring.row(row).value(second);
  }

  double greedyOverMajority() {
    return gap(paper.table(8), AVG, GREEDY, "maj@8");
  }

  double bestOverGreedy() {
    return gap(paper.table(8), AVG, "Qwen2.5-Math-RM-72B (orm@8)", GREEDY);
  }

  /** Half of the judge's solutions, less those that the consensus keeps, in percent of them. */
  double savedBeyondHalf() {
    return 50 - new PaperConditions(paper).keptPercent();
  }
}
