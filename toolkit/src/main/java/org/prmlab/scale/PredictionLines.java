package org.prmlab.scale;

import java.util.Optional;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.CriticOutput;
import org.prmlab.format.PredictionRow;
import org.prmlab.format.RecordLine;

/**
 * Keeps the verdicts of rows with predictions: the index of the first error from 0, -1 for none,
 * {@value #UNREADABLE} where the prediction, or each of a critic's outputs, cannot be read.
 */
public record PredictionLines() implements LineReader {
  static final String UNREADABLE = "null";

  @Override
  public KeyedLine read(RecordLine line) {
    PredictionRow row = line.prediction();
    String text =
        verdict(row).map(v -> String.valueOf(v.earliestError().orElse(-1))).orElse(UNREADABLE);
    return new KeyedLine(line.index(), row.id(), text);
  }

  /** The prediction of a row, or the vote of its critic's outputs; empty if it cannot be read. */
  public static Optional<Verdict> verdict(PredictionRow row) {
    return row.outputs().isEmpty() ? row.verdict() : CriticOutput.vote(row.outputs());
  }

  /** Whether a kept line is one of these and no record. */
  static boolean isPrediction(String text) {
    return !text.startsWith("{");
  }

  /** The verdict in a line that was kept; empty if it was unreadable. */
  static Optional<Verdict> verdict(String text) {
    if (text.equals(UNREADABLE)) {
      return Optional.empty();
    }
    int step = Integer.parseInt(text);
    return Optional.of(step < 0 ? Verdict.allCorrect() : Verdict.errorAt(step));
  }
}
