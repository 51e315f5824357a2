package org.prmlab.scale;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.CriticOutput;
import org.prmlab.evaluation.CriticReading;
import org.prmlab.evaluation.CriticVotes;
import org.prmlab.evaluation.Unread;
import org.prmlab.format.PredictionRow;
import org.prmlab.format.RecordLine;

/**
 * Keeps what rows with predictions say: the index of the first error from 0, -1 for none, or why it
 * could not be read; for a critic's outputs one of these an output, with spaces between them, as a
 * JSON text.
 */
public record PredictionLines() implements LineReader {

  @Override
  public KeyedLine read(RecordLine line) {
    PredictionRow row = line.prediction();
    String text =
        votes(row).readings().stream()
            .map(PredictionLines::word)
            .collect(Collectors.joining(" ", "\"", "\""));
    return new KeyedLine(line.index(), row.id(), text);
  }

  private static String word(CriticReading reading) {
    return reading
        .verdict()
        .map(v -> String.valueOf(v.earliestError().orElse(-1)))
        .orElseGet(() -> reading.unread().orElseThrow().name());
  }

  /** What a row says: its prediction, or what its critic's outputs hold. */
  public static CriticVotes votes(PredictionRow row) {
    return row.outputs().isEmpty()
        ? new CriticVotes(
            List.of(
                row.verdict()
                    .map(CriticReading::of)
                    .orElseGet(() -> CriticReading.of(Unread.NULL_PREDICTION))))
        : CriticOutput.votes(row.outputs());
  }

  /** The prediction of a row, or the vote of its critic's outputs; empty if it cannot be read. */
  public static Optional<Verdict> verdict(PredictionRow row) {
    return votes(row).verdict();
  }

  /** Whether a kept line is one of these and no record. */
  static boolean isPrediction(String text) {
    return !text.startsWith("{");
  }

  /** What a line says that was kept. */
  static CriticVotes votes(String text) {
    return new CriticVotes(
        Arrays.stream(text.replace("\"", "").split(" ", -1))
            .map(PredictionLines::reading)
            .toList());
  }

  /** The verdict in a line that was kept; empty if it was unreadable. */
  static Optional<Verdict> verdict(String text) {
    return votes(text).verdict();
  }

  private static CriticReading reading(String word) {
    if (!word.matches("-?\\d+")) {
      return CriticReading.of(Unread.valueOf(word));
    }
    int step = Integer.parseInt(word);
    return CriticReading.of(step < 0 ? Verdict.allCorrect() : Verdict.errorAt(step));
  }
}
