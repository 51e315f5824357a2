package org.prmlab.notebook.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prmlab.data.Solution;
import org.prmlab.data.Verdict;

/** Solutions as the scripts read them. */
final class SolutionData {
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
