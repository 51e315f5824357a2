package org.prmlab.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepLabels;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.LabelPair;

/** The labels that two files give the same solutions, side by side and without texts. */
public record PairBlocks() implements BlockFunction {
  @Override
  public Map<String, List<String>> apply(Block block) {
    List<String> pairs = new ArrayList<>();
    for (JoinedLine line : block.lines()) {
      LabeledSolution first = RecordLines.read(line.first());
      pair(first, line).ifPresent(p -> pairs.add(LabelPairs.text(first, p)));
    }
    return Map.of(LabelPairs.OUTPUT, pairs);
  }

  /** Both labels of a solution; empty unless both files label it. */
  static Optional<LabelPair> pair(LabeledSolution first, JoinedLine line) {
    if (!line.hasSecond()) {
      return Optional.empty();
    }
    int steps = first.solution().steps().size();
    Optional<StepLabels> a = LabelChoice.read(first, steps);
    Optional<StepLabels> b = second(line.second(), steps);
    return a.isEmpty() || b.isEmpty()
        ? Optional.empty()
        : Optional.of(new LabelPair(first.solution(), a.get(), b.get()));
  }

  private static Optional<StepLabels> second(String text, int steps) {
    return PredictionLines.isPrediction(text)
        ? Optional.of(predicted(PredictionLines.verdict(text), steps))
        : LabelChoice.read(RecordLines.read(text), steps);
  }

  /** The labels a prediction implies; none, so that it is open, where it could not be read. */
  public static StepLabels predicted(Optional<Verdict> verdict, int steps) {
    return verdict
        .map(v -> StepLabels.ofVerdict("verdict", steps, v))
        .orElseGet(() -> StepLabels.unlabeled("verdict", steps));
  }
}
