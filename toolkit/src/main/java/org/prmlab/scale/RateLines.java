package org.prmlab.scale;

import java.util.stream.Stream;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;
import org.prmlab.format.FormatException;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.format.RecordLine;

/**
 * Keeps the labels of one source as numbers, from records of the toolkit's own.
 *
 * @param source whose labels
 */
public record RateLines(String source) implements LineReader {
  @Override
  public KeyedLine read(RecordLine line) {
    LabeledSolution solution = line.solution(new PrmlabRecord());
    String id = solution.solution().id();
    StepLabels labels =
        solution
            .labels(source)
            .orElseThrow(
                () ->
                    FormatException.at(
                        line.file(),
                        line.index() + 1,
                        "solution '%s' has no labels from '%s', but from %s"
                            .formatted(
                                id,
                                source,
                                solution.labels().stream().map(StepLabels::source).toList())));
    StringBuilder rates = new StringBuilder();
    labels.values().forEach(label -> rates.append(',').append(rate(label)));
    return new KeyedLine(line.index(), id, rates.toString());
  }

  /** A label as a rate in [0, 1]; NaN for none, and for a neutral rating. */
  public static double rate(StepLabel label) {
    if (label instanceof StepLabel.Hard hard) {
      return hard == StepLabel.Hard.CORRECT ? 1 : 0;
    }
    if (label instanceof StepLabel.Soft soft) {
      return soft.probability();
    }
    if (label instanceof StepLabel.MonteCarlo rollouts) {
      return (double) rollouts.correct() / rollouts.total();
    }
    if (label instanceof StepLabel.Rating rating && rating != StepLabel.Rating.NEUTRAL) {
      return rating == StepLabel.Rating.POSITIVE ? 1 : 0;
    }
    return Double.NaN;
  }

  /** The labels in a line that was kept; it begins with a comma, so that none is empty. */
  static double[] rates(String text) {
    return Stream.of(text.split(",")).skip(1).mapToDouble(Double::parseDouble).toArray();
  }
}
