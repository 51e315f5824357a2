package org.prmlab.scale;

import java.util.ArrayList;
import java.util.List;
import org.prmlab.data.LabeledSolution;
import org.prmlab.evaluation.CriticVotes;

/** What blocks found to be measured, in the order of the data; texts are left out. */
public final class JudgedLines {
  private JudgedLines() {}

  /** All solutions of a run, with their reference verdicts and the scores that were asked for. */
  public static List<LabeledSolution> read(CommittedBlocks parts, int blocks) {
    List<LabeledSolution> all = new ArrayList<>();
    for (int block = 0; block < blocks; block++) {
      parts.lines(block, JudgedBlocks.OUTPUT).forEach(l -> all.add(RecordLines.read(l)));
    }
    return all;
  }

  /** What was joined to a solution: its prediction, or what its critic's outputs hold. */
  public static CriticVotes votes(LabeledSolution solution) {
    String kept = solution.extra().get(JudgedBlocks.PREDICTION);
    if (kept == null) {
      throw new IllegalArgumentException(
          "solution '%s' has no prediction joined to it".formatted(solution.solution().id()));
    }
    return PredictionLines.votes(kept);
  }
}
