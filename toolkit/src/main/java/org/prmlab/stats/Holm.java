package org.prmlab.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's correction of several p-values that are looked at together: deciding those that stay below
 * 0.05 decides any of them wrongly in at most 5 of 100 studies.
 *
 * @see <a href="https://www.jstor.org/stable/4615733">Holm 1979</a>
 */
public final class Holm {
  private Holm() {}

  /**
   * The corrected p-values, in the order given.
   *
   * @param p in [0, 1]
   */
  public static List<Double> of(List<Double> p) {
    int count = p.size();
    List<Integer> order =
        IntStream.range(0, count).boxed().sorted(Comparator.comparing(p::get)).toList();
    List<Double> corrected = new ArrayList<>(p);
    double most = 0;
    for (int rank = 0; rank < count; rank++) {
      most = Math.max(most, Math.min(1, (count - rank) * p.get(order.get(rank))));
      corrected.set(order.get(rank), most);
    }
    return List.copyOf(corrected);
  }
}
