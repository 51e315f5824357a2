package org.prmlab.labeling;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.prmlab.data.Binarization;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.LabelPair;

/**
 * Which of two sources names the true first error, on solutions where truth is known.
 *
 * @param known solutions with a reference verdict and two decided verdicts
 * @param bothRight of these, both sources
 * @param firstRight only the first
 * @param secondRight only the second
 * @param bothWrong neither
 */
public record ConsensusTruth(
    int known, int bothRight, int firstRight, int secondRight, int bothWrong) {

  /**
   * Counts some solutions.
   *
   * @param truth reference verdicts by id of the solution
   */
  public static ConsensusTruth of(
      List<LabelPair> pairs, Map<String, Verdict> truth, Binarization rule) {
    int[] counts = new int[4];
    for (LabelPair pair : pairs) {
      Verdict known = truth.get(pair.solution().id());
      Optional<Verdict> first = pair.first().verdict(rule);
      Optional<Verdict> second = pair.second().verdict(rule);
      if (known != null && first.isPresent() && second.isPresent()) {
        int a = Objects.equals(known, first.get()) ? 0 : 2;
        int b = Objects.equals(known, second.get()) ? 0 : 1;
        counts[a + b]++;
      }
    }
    int all = counts[0] + counts[1] + counts[2] + counts[3];
    return new ConsensusTruth(all, counts[0], counts[1], counts[2], counts[3]);
  }
}
