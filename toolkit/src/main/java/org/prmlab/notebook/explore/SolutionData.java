package org.prmlab.notebook.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.prmlab.data.Solution;
import org.prmlab.data.Verdict;

/** Solutions as the scripts read them. */
final class SolutionData {
  private static final int LARGEST = 150_000; // characters of all that can be read

  private SolutionData() {}

  /** Id, problem, gold answer where it is known, and steps. */
  static Map<String, Object> of(Solution solution) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", solution.id());
    data.put("problem", solution.problem().text());
    solution.problem().answer().ifPresent(a -> data.put("answer", a));
    data.put("steps", solution.steps());
    return data;
  }

  /** The first wrong step, counted from 0; -1 for none. */
  static int of(Verdict verdict) {
    return verdict.earliestError().orElse(-1);
  }

  /**
   * Evenly spaced ones of a list, at most so many, and fewer where their texts are long.
   *
   * @param data what the page holds of one
   */
  static <T> List<T> fitting(List<T> all, int most, Function<T, ?> data) {
    List<T> some = evenly(all, most);
    while (some.size() > 1
        && ExplorePage.json(some.stream().map(data).toList()).length() > LARGEST) {
      some = evenly(all, some.size() / 2);
    }
    return some;
  }

  /** At most so many of a list, evenly spaced, in its order. */
  static <T> List<T> evenly(List<T> all, int most) {
    List<T> some = new ArrayList<>();
    int count = Math.min(most, all.size());
    for (int i = 0; i < count; i++) {
      some.add(all.get((int) ((long) i * all.size() / count)));
    }
    return some;
  }
}
