package org.prmlab.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.prmlab.data.LabeledSolution;
import org.prmlab.format.PrmlabRecord;

/**
 * Reference verdicts beside what is measured, without texts.
 *
 * @param judge what is measured
 * @param file the file it is in, for faults
 */
public record JudgedBlocks(Judge judge, String file) implements BlockFunction {
  static final String OUTPUT = "judged";
  static final String PREDICTION = "prediction";

  /** What is measured. */
  public enum Judge {
    /** Predicted first errors, in the second file. */
    PREDICTIONS,
    /** Step scores, in the second file. */
    SCORES,
    /** Step scores of a PRM, in the data. */
    PRM
  }

  @Override
  public Map<String, List<String>> apply(Block block) {
    List<String> judged = new ArrayList<>();
    for (JoinedLine line : block.lines()) {
      judged.add(judge == Judge.PRM ? line.first() : PrmlabRecord.text(joined(line)));
    }
    return Map.of(OUTPUT, judged);
  }

  private LabeledSolution joined(JoinedLine line) {
    LabeledSolution solution = RecordLines.read(line.first());
    if (!line.hasSecond()) {
      throw new IllegalArgumentException(
          "%s: ids %s are missing; every solution needs a row"
              .formatted(file, solution.solution().id()));
    }
    return judge == Judge.SCORES
        ? solution.withScores(Map.of(file, ScoreLines.scores(line.second())))
        : solution.withExtra(Map.of(PREDICTION, line.second()));
  }
}
