package org.prmlab.labeling.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.prmlab.data.Solution;
import org.prmlab.llm.Completion;

/**
 * What a PRM that writes said about one solution.
 *
 * @param solution the solution
 * @param readings for each step, what each output says about it
 * @param outputs the raw texts and what they are about
 * @param missing why outputs are missing; empty if none are
 */
public record StepVotes(
    Solution solution,
    List<List<StepReading>> readings,
    List<Output> outputs,
    Optional<String> missing) {
  public StepVotes {
    readings = readings.stream().map(List::copyOf).toList();
    outputs = List.copyOf(outputs);
  }

  /**
   * One output.
   *
   * @param step it is about, counted from 0; -1 for all
   */
  public record Output(int step, Completion text) {}

  /**
   * The score of a step, in [0, 1].
   *
   * @return empty if no output about it could be read, or none has a probability
   */
  public OptionalDouble score(int step, VerdictScore rule) {
    return readings.get(step).stream()
        .map(r -> value(r, rule))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average();
  }

  private static OptionalDouble value(StepReading reading, VerdictScore rule) {
    if (rule == VerdictScore.PROBABILITY) {
      return reading.probability();
    }
    return reading.right().map(r -> OptionalDouble.of(r ? 1 : 0)).orElse(OptionalDouble.empty());
  }

  /** The scores of the leading steps, up to the first step that has none. */
  public List<Double> scores(VerdictScore rule) {
    List<Double> scores = new ArrayList<>();
    for (int step = 0; step < readings.size(); step++) {
      OptionalDouble score = score(step, rule);
      if (score.isEmpty()) {
        break;
      }
      scores.add(score.getAsDouble());
    }
    return scores;
  }
}
