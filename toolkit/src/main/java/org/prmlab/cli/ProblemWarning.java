package org.prmlab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.prmlab.data.KeyConflicts;
import org.prmlab.data.Solution;
import org.prmlab.data.SolutionColumns;
import org.prmlab.format.SolutionReader;

/** Says where ids and texts do not agree about which problems are the same. */
final class ProblemWarning {
  private ProblemWarning() {}

  /** One line if they do not agree. */
  static void print(Stream<Solution> solutions, PrintWriter err) {
    KeyConflicts.among(solutions.map(s -> s.problem().key()).toList())
        .warning()
        .ifPresent(warning -> err.println("warning: " + warning));
  }

  /**
   * The same for solutions in columns; their file is read again where there is something to say.
   */
  static void print(Path file, LabelSource.Again how, SolutionColumns columns, PrintWriter err) {
    BitSet conflicts = columns.problems().inConflict();
    if (conflicts.isEmpty()) {
      return;
    }
    List<Solution> named = new ArrayList<>();
    try (SolutionReader reader = SolutionReader.open(file, how.format(), how.badRecords())) {
      for (int i = 0; reader.hasNext() && i < columns.size(); i++) {
        Solution solution = reader.next().solution();
        int problem = columns.problems().of(i);
        if (conflicts.get(problem)) {
          named.add(solution);
          conflicts.clear(problem);
        }
      }
    }
    print(named.stream(), err);
  }
}
