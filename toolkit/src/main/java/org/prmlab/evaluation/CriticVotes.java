package org.prmlab.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.prmlab.data.Verdict;

/**
 * What several outputs say about one solution.
 *
 * @param readings one an output
 */
public record CriticVotes(List<CriticReading> readings) {
  public CriticVotes {
    readings = List.copyOf(readings);
  }

  /**
   * The most frequent verdict among those that could be read, the first seen where several are.
   *
   * @return empty if none could be read
   */
  public Optional<Verdict> verdict() {
    Map<Verdict, Integer> votes = new LinkedHashMap<>();
    readings.forEach(r -> r.verdict().ifPresent(v -> votes.merge(v, 1, Integer::sum)));
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

  /** These votes on a solution with so many steps. */
  public CriticVotes within(int steps) {
    return new CriticVotes(readings.stream().map(r -> r.within(steps)).toList());
  }

  /** How many outputs could not be read, by reason. */
  public Map<Unread, Integer> unread() {
    Map<Unread, Integer> counts = new TreeMap<>();
    readings.forEach(r -> r.unread().ifPresent(why -> counts.merge(why, 1, Integer::sum)));
    return counts;
  }
}
