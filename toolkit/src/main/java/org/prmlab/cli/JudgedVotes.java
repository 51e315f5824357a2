package org.prmlab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.CriticVotes;
import org.prmlab.evaluation.JudgedSolution;
import org.prmlab.evaluation.Unread;

/**
 * Verdicts made of predictions or of a critic's outputs.
 *
 * @param rows the verdicts
 * @param outputs read or not
 * @param unread how many of these could not be read, by reason
 */
record JudgedVotes(List<JudgedSolution> rows, int outputs, Map<Unread, Integer> unread) {

  /**
   * @param truth reference verdict of a solution
   * @param votes what the critic says of it
   */
  static JudgedVotes of(
      List<LabeledSolution> solutions,
      Function<LabeledSolution, Verdict> truth,
      Function<LabeledSolution, CriticVotes> votes) {
    List<JudgedSolution> rows = new ArrayList<>();
    Map<Unread, Integer> unread = new TreeMap<>();
    int outputs = 0;
    for (LabeledSolution solution : solutions) {
      CriticVotes said = votes.apply(solution).within(solution.solution().steps().size());
      rows.add(new JudgedSolution(solution.solution(), truth.apply(solution), said.verdict()));
      outputs += said.readings().size();
      said.unread().forEach((why, n) -> unread.merge(why, n, Integer::sum));
    }
    return new JudgedVotes(rows, outputs, unread);
  }
}
