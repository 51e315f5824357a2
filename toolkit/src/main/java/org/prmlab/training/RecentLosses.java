package org.prmlab.training;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;

/** The losses of the latest steps. */
final class RecentLosses {
  private static final int KEPT = 50;

  private final Deque<Double> losses = new ArrayDeque<>();

  void add(double loss) {
    losses.addLast(loss);
    if (losses.size() > KEPT) {
      losses.removeFirst();
    }
  }

  double mean() {
    return losses.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  /** All of them in one line, exactly. */
  String text() {
    return losses.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  static RecentLosses parse(String text) {
    var losses = new RecentLosses();
    for (String number : text.split(" ", -1)) {
      losses.add(Double.parseDouble(number));
    }
    return losses;
  }
}
