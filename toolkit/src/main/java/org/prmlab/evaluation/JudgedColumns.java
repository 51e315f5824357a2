package org.prmlab.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prmlab.data.NameColumn;
import org.prmlab.data.ProblemKey;
import org.prmlab.data.SolutionColumns;
import org.prmlab.data.Verdict;

/**
 * What a system says about many solutions, beside the truth: {@link JudgedSolution}s as columns.
 */
public final class JudgedColumns {
  private final Clusters problems; // rows are solutions, strata the kinds of solutions
  private final int[] truths;
  private final int[] predictions;
  private final boolean[] answersRight;
  private final int[] steps;
  private final NameColumn generators;

  private JudgedColumns(int[] problemOfRow, Rows rows, NameColumn generators) {
    byte[] kinds = new byte[rows.truths.length];
    for (int row = 0; row < kinds.length; row++) {
      kinds[row] = (byte) (rows.truths[row] >= 0 ? 1 : 0);
    }
    this.problems = Clusters.ofNumbers(problemOfRow, kinds);
    this.truths = rows.truths;
    this.predictions = rows.predictions;
    this.answersRight = rows.answersRight;
    this.steps = rows.steps;
    this.generators = generators;
  }

  @SuppressWarnings("ArrayRecordComponent") // columns: as long as the data
  private record Rows(int[] truths, int[] predictions, boolean[] answersRight, int[] steps) {
    static Rows of(int size) {
      return new Rows(new int[size], new int[size], new boolean[size], new int[size]);
    }
  }

  /**
   * Of solutions in columns.
   *
   * @param truths a step counted from 0, or {@link SolutionColumns#NO_ERROR}
   * @param predictions the same, or {@link SolutionColumns#NONE} for what could not be read
   */
  public static JudgedColumns of(SolutionColumns solutions, int[] truths, int[] predictions) {
    int size = solutions.size();
    int[] problems = new int[size];
    Rows rows = new Rows(truths.clone(), predictions.clone(), new boolean[size], new int[size]);
    for (int i = 0; i < size; i++) {
      problems[i] = solutions.problems().of(i);
      rows.answersRight[i] = solutions.isAnswerCorrect(i);
      rows.steps[i] = solutions.steps(i);
    }
    return new JudgedColumns(problems, rows, solutions.generators());
  }

  /** Of single solutions. */
  public static JudgedColumns of(List<JudgedSolution> judged) {
    Map<ProblemKey, Integer> known = new HashMap<>();
    int[] problems = new int[judged.size()];
    Rows rows = Rows.of(judged.size());
    NameColumn.Builder generators = new NameColumn.Builder();
    for (int i = 0; i < problems.length; i++) {
      JudgedSolution row = judged.get(i);
      int next = known.size();
      problems[i] = known.computeIfAbsent(row.solution().problem().key(), k -> next);
      rows.truths[i] = number(row.truth());
      rows.predictions[i] = row.predicted().map(JudgedColumns::number).orElse(SolutionColumns.NONE);
      rows.answersRight[i] = row.solution().finalAnswerCorrect().orElse(false);
      rows.steps[i] = row.solution().steps().size();
      generators.add(row.solution().generator());
    }
    return new JudgedColumns(problems, rows, generators.build());
  }

  private static int number(Verdict verdict) {
    return verdict.earliestError().orElse(SolutionColumns.NO_ERROR);
  }

  /** How many rows there are. */
  public int size() {
    return truths.length;
  }

  Clusters problems() {
    return problems;
  }

  /** Where the first error is; {@link SolutionColumns#NO_ERROR} if there is none. */
  int truth(int row) {
    return truths[row];
  }

  boolean hasError(int row) {
    return truths[row] >= 0;
  }

  boolean isExact(int row) {
    return truths[row] == predictions[row];
  }

  boolean isFlagged(int row) {
    return predictions[row] >= 0;
  }

  boolean isUnread(int row) {
    return predictions[row] == SolutionColumns.NONE;
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
}
