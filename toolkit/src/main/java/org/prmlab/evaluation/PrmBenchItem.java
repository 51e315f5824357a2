package org.prmlab.evaluation;

import java.util.List;
import org.prmlab.data.ProblemKey;

/**
 * One PRMBench item and what a PRM says of its steps.
 *
 * @param problem the question asked; items that share it are not independent
 * @param classification the class of planted errors
 * @param valid whether each step is valid
 * @param called whether the PRM calls each step valid; as many as there are steps
 */
public record PrmBenchItem(
    ProblemKey problem, String classification, List<Boolean> valid, List<Boolean> called) {
  public PrmBenchItem {
    valid = List.copyOf(valid);
    called = List.copyOf(called);
    if (valid.size() != called.size()) {
      throw new IllegalArgumentException(
          "%d steps but %d step labels for '%s'; score it without truncation or leave it out"
              .formatted(valid.size(), called.size(), problem.name()));
    }
  }
}
