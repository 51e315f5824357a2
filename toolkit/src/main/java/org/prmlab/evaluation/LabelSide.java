package org.prmlab.evaluation;

import java.util.Arrays;
import java.util.Optional;
import org.prmlab.data.IdIndex;
import org.prmlab.data.LabelColumn;
import org.prmlab.data.SolutionColumns;

/**
 * One side of a comparison of millions of solutions.
 *
 * @param columns the solutions; those of a file of verdicts have no steps
 * @param labels whose labels count; empty where only verdicts do
 * @param verdictsFirst whether a solution's verdict counts in place of its labels
 */
public record LabelSide(
    SolutionColumns columns, Optional<LabelColumn> labels, boolean verdictsFirst) {

  /** The labels of one source. */
  public static LabelSide of(SolutionColumns columns, String source) {
    return new LabelSide(columns, Optional.of(columns.labels(source)), false);
  }

  /** Verdicts, and the labels of {@code source} where a solution has none. */
  public static LabelSide verdictsOr(SolutionColumns columns, String source) {
    return new LabelSide(columns, Optional.of(columns.labels(source)), true);
  }

  /** Verdicts alone; a solution without one is open. */
  public static LabelSide verdicts(SolutionColumns columns) {
    return new LabelSide(columns, Optional.empty(), true);
  }

  /** The place of the first solution without any of this; -1 if there is none. */
  public int firstWithout() {
    for (int i = 0; labels.isPresent() && i < columns.size(); i++) {
      if (!labels.get().has(i) && !countsVerdict(i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean countsVerdict(int solution) {
    return labels.isEmpty() || (verdictsFirst && columns.verdict(solution) != SolutionColumns.NONE);
  }

  /**
   * The solutions that both sides have, in this side's order.
   *
   * @throws IllegalArgumentException if the sides differ in a solution's number of steps
   */
  public Joined with(LabelSide other) {
    IdIndex index = IdIndex.of(other.columns.ids());
    int[] here = new int[columns.size()];
    int[] there = new int[columns.size()];
    int pairs = 0;
    for (int i = 0; i < columns.size(); i++) {
      var found = index.find(columns.ids(), i);
      if (found.isPresent()) {
        here[pairs] = i;
        there[pairs++] = found.getAsInt();
      }
    }
    return joined(other, Arrays.copyOf(here, pairs), Arrays.copyOf(there, pairs));
  }

  private Joined joined(LabelSide other, int[] here, int[] there) {
    int[] problems = new int[here.length];
    int[] begins = new int[here.length + 1];
    LabelColumn.Builder first = new LabelColumn.Builder();
    LabelColumn.Builder second = new LabelColumn.Builder();
    for (int i = 0; i < here.length; i++) {
      int steps = columns.steps(here[i]);
      problems[i] = columns.problems().of(here[i]);
      begins[i + 1] = begins[i] + steps;
      add(here[i], steps, first);
      other.add(there[i], steps, second);
    }
    return new Joined(
        new PairColumns(problems, begins, first.build(), second.build()), here, there);
  }

  private void add(int solution, int steps, LabelColumn.Builder to) {
    if (countsVerdict(solution)) {
      int verdict = columns.verdict(solution);
      if (verdict >= steps) {
        throw new IllegalArgumentException(
            "first error at step %d of a solution with %d steps; steps are counted from 0"
                .formatted(verdict, steps));
      }
      to.addVerdict(verdict, steps);
      return;
    }
    if (columns.steps(solution) != steps) {
      throw new IllegalArgumentException(
          "solution '%s' has %d steps but %d labels in the other file; are these labels of another file?"
              .formatted(columns.ids().get(solution), steps, columns.steps(solution)));
    }
    to.addAll(labels.orElseThrow(), columns.begin(solution), steps);
  }

  /**
   * Pairs and where they come from.
   *
   * @param first index of each pair's solution on the first side
   * @param second the same on the second side
   */
  @SuppressWarnings("ArrayRecordComponent") // columns: as long as the data
  public record Joined(PairColumns pairs, int[] first, int[] second) {}
}
