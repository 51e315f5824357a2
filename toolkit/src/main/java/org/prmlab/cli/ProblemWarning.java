package org.prmlab.cli;

import java.io.PrintWriter;
import java.util.stream.Stream;
import org.prmlab.data.KeyConflicts;
import org.prmlab.data.Solution;

/** Says where ids and texts do not agree about which problems are the same. */
final class ProblemWarning {
  private ProblemWarning() {}

  /** One line if they do not agree. */
  static void print(Stream<Solution> solutions, PrintWriter err) {
    KeyConflicts.among(solutions.map(s -> s.problem().key()).toList())
        .warning()
        .ifPresent(warning -> err.println("warning: " + warning));
  }
}
