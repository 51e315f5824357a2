package org.prmlab.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.prmlab.data.NameColumn;
import org.prmlab.data.ProblemKey;
import org.prmlab.data.Solution;
import org.prmlab.data.SolutionColumns;
import org.prmlab.data.Verdict;
import org.prmlab.stats.Clusters;

/** Many solutions with their reference verdicts, and what step errors are broken down by. */
public final class TruthColumns {
  private final int[] problemOfRow;
  private final Clusters problems; // rows are solutions, strata the kinds of solutions
  private final int[] verdicts;
  private final boolean[] answersRight;
  private final int[] steps;
  private final NameColumn generators;
  private final IntFunction<String> ids;

  private TruthColumns(
      int[] problemOfRow, Rows rows, NameColumn generators, IntFunction<String> ids) {
    byte[] kinds = new byte[problemOfRow.length];
    for (int row = 0; row < kinds.length; row++) {
      kinds[row] = (byte) (rows.verdicts[row] >= 0 ? 1 : 0);
    }
    this.problemOfRow = problemOfRow;
    this.problems = Clusters.ofNumbers(problemOfRow, kinds);
    this.verdicts = rows.verdicts;
    this.answersRight = rows.answersRight;
    this.steps = rows.steps;
    this.generators = generators;
    this.ids = ids;
  }

  @SuppressWarnings("ArrayRecordComponent") // columns: as long as the data
  private record Rows(int[] verdicts, boolean[] answersRight, int[] steps) {
    static Rows of(int size) {
      return new Rows(new int[size], new boolean[size], new int[size]);
    }
  }

  /**
   * Of solutions in columns.
   *
   * @param verdicts a step counted from 0, or {@link SolutionColumns#NO_ERROR}; such as {@link
   *     SolutionColumns#verdicts} gives
   * @throws IllegalArgumentException if a solution has none
   */
  public static TruthColumns of(SolutionColumns solutions, int[] verdicts) {
    int size = solutions.size();
    int[] problems = new int[size];
    Rows rows = Rows.of(size);
    for (int i = 0; i < size; i++) {
      if (verdicts[i] == SolutionColumns.NONE) {
        throw new IllegalArgumentException(
            "solution '%s' has no reference verdict; labeled data expected"
                .formatted(solutions.ids().get(i)));
      }
      problems[i] = solutions.problems().of(i);
      rows.verdicts[i] = verdicts[i];
      rows.answersRight[i] = solutions.isAnswerCorrect(i);
      rows.steps[i] = solutions.steps(i);
    }
    return new TruthColumns(problems, rows, solutions.generators(), solutions.ids()::get);
  }

  /** Of single solutions, as many as there are verdicts. */
  static TruthColumns of(List<Solution> solutions, List<Verdict> verdicts) {
    Map<ProblemKey, Integer> known = new HashMap<>();
    int[] problems = new int[solutions.size()];
    Rows rows = Rows.of(problems.length);
    NameColumn.Builder generators = new NameColumn.Builder();
    for (int i = 0; i < problems.length; i++) {
      Solution solution = solutions.get(i);
      int next = known.size();
      problems[i] = known.computeIfAbsent(solution.problem().key(), k -> next);
      rows.verdicts[i] = number(verdicts.get(i));
      rows.answersRight[i] = solution.finalAnswerCorrect().orElse(false);
      rows.steps[i] = solution.steps().size();
      generators.add(solution.generator());
    }
    List<String> ids = new ArrayList<>(solutions.stream().map(Solution::id).toList());
    return new TruthColumns(problems, rows, generators.build(), ids::get);
  }

  static int number(Verdict verdict) {
    return verdict.earliestError().orElse(SolutionColumns.NO_ERROR);
  }

  /** Some of the rows, in this order. */
  TruthColumns only(int[] some) {
    Rows rows = Rows.of(some.length);
    for (int i = 0; i < some.length; i++) {
      rows.verdicts[i] = verdicts[some[i]];
      rows.answersRight[i] = answersRight[some[i]];
      rows.steps[i] = steps[some[i]];
    }
    int[] problems = IntStream.of(some).map(row -> problemOfRow[row]).toArray();
    return new TruthColumns(problems, rows, generators.of(some), i -> ids.apply(some[i]));
  }

  /** How many solutions there are. */
  public int size() {
    return verdicts.length;
  }

  Clusters problems() {
    return problems;
  }

  /** A number that is the same for rows of one problem. */
  int problem(int row) {
    return problemOfRow[row];
  }

  /** Where the first error is, counted from 0; {@link SolutionColumns#NO_ERROR} if none is. */
  public int verdict(int row) {
    return verdicts[row];
  }

  boolean hasError(int row) {
    return verdicts[row] >= 0;
  }

  boolean isAnswerRight(int row) {
    return answersRight[row];
  }

  int steps(int row) {
    return steps[row];
  }

  NameColumn generators() {
    return generators;
  }

  String id(int row) {
    return ids.apply(row);
  }
}
