package org.prmlab.cli.common;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.prmlab.data.KeyConflicts;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Solution;
import org.prmlab.data.SolutionColumns;
import org.prmlab.format.ColumnFile;
import org.prmlab.format.SolutionStream;

/** Says where ids and texts do not agree about which problems are the same. */
public final class ProblemWarning {
  private ProblemWarning() {}

  /** One line if they do not agree. */
  public static void print(Stream<Solution> solutions, PrintWriter err) {
    KeyConflicts.among(solutions.map(s -> s.problem().key()).toList())
        .warning()
        .ifPresent(warning -> err.println("warning: " + warning));
  }

  /**
   * The same for solutions in columns; some of them are read again where there is something to say.
   */
  public static void print(ColumnFile file, PrintWriter err) {
    int[] named = inConflict(file.columns());
    if (named.length > 0) {
      print(file.solutions(named).values().stream().map(LabeledSolution::solution), err);
    }
  }

  /** The same for solutions that are read one after the other again. */
  public static void print(SolutionColumns columns, SolutionStream solutions, PrintWriter err) {
    int[] named = inConflict(columns);
    if (named.length == 0) {
      return;
    }
    List<Solution> found = new ArrayList<>();
    try (SolutionStream.Reader reader = solutions.open()) {
      for (int i = 0; found.size() < named.length && reader.hasNext(); i++) {
        Solution solution = reader.next().solution();
        if (i == named[found.size()]) {
          found.add(solution);
        }
      }
    }
    print(found.stream(), err);
  }

  /** The first solution of each problem that may be in conflict with another. */
  private static int[] inConflict(SolutionColumns columns) {
    BitSet conflicts = columns.problems().inConflict();
    return IntStream.range(0, columns.size())
        .filter(i -> isFirst(columns.problems().of(i), conflicts))
        .toArray();
  }

  /** Whether a problem is one of these, which is then taken out. */
  private static boolean isFirst(int problem, BitSet among) {
    boolean first = among.get(problem);
    among.clear(problem);
    return first;
  }
}
