package org.prmlab.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.JudgedSolution;

/** What blocks found to be measured, in the order of the data; texts are left out. */
public final class JudgedLines {
  private JudgedLines() {}

  /** All solutions of a run, with their reference verdicts and the scores that were asked for. */
  public static List<LabeledSolution> read(Parts parts, int blocks) {
    List<LabeledSolution> all = new ArrayList<>();
    for (int block = 0; block < blocks; block++) {
      parts.lines(block, JudgedBlocks.OUTPUT).forEach(l -> all.add(RecordLines.read(l)));
    }
    return all;
  }

  /** A solution with the prediction that was joined to it. */
  public static JudgedSolution judged(LabeledSolution solution) {
    Optional<Verdict> predicted =
        Optional.ofNullable(solution.extra().get(JudgedBlocks.PREDICTION))
            .flatMap(PredictionLines::verdict);
    return new JudgedSolution(solution.solution(), solution.verdict().orElseThrow(), predicted);
  }
}
