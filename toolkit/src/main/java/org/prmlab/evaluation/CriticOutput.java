package org.prmlab.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prmlab.answer.AnswerMarker;
import org.prmlab.data.Verdict;

/**
 * What a language model that was asked for the first wrong paragraph answers, as ProcessBench reads
 * it: the last {@code \boxed} holds the index counted from 0, or -1 for no error.
 *
 * @see <a href="https://arxiv.org/abs/2412.06559">ProcessBench, appendix: critic prompt</a>
 */
public final class CriticOutput {
  private static final int NO_ERROR = -1;

  private CriticOutput() {}

  /** The verdict in one output; empty if its last box holds no such index, or there is no box. */
  public static Optional<Verdict> read(String output) {
    return AnswerMarker.BOXED.find(output).flatMap(CriticOutput::verdict);
  }

  /**
   * The verdict of several outputs: the most frequent one among those that could be read, the first
   * seen where several are.
   *
   * @return empty if none could be read
   */
  public static Optional<Verdict> vote(List<String> outputs) {
    return mostFrequent(outputs.stream().flatMap(o -> read(o).stream()).toList());
  }

  /** The most frequent verdict, the first seen where several are; empty if there are none. */
  public static Optional<Verdict> mostFrequent(List<Verdict> verdicts) {
    Map<Verdict, Integer> votes = new LinkedHashMap<>();
    verdicts.forEach(v -> votes.merge(v, 1, Integer::sum));
    Optional<Verdict> winner = Optional.empty();
    int most = 0;
    for (var vote : votes.entrySet()) {
      if (vote.getValue() > most) {
        most = vote.getValue();
        winner = Optional.of(vote.getKey());
      }
    }
    return winner;
  }

  private static Optional<Verdict> verdict(String boxed) {
    String digits = boxed.strip();
    if (!digits.matches("-?\\d{1,9}")) {
      return Optional.empty();
    }
    int index = Integer.parseInt(digits);
    if (index < NO_ERROR) {
      return Optional.empty();
    }
    return Optional.of(index == NO_ERROR ? Verdict.allCorrect() : Verdict.errorAt(index));
  }
}
