package org.prmlab.cli.common;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.ProblemColumn;
import org.prmlab.format.SolutionStream;

/**
 * The solutions of a file by problem, in order of first appearance. Held are those of the problems
 * that are handed out next, and of the problems between whose solutions these stand in the file.
 */
public final class ProblemGroups {
  private final SolutionStream.Reader reader;
  private final ProblemColumn problems;
  private final int[] sizes; // (problems): solutions that were not read yet
  private final Map<Integer, List<LabeledSolution>> held = new HashMap<>();
  private int read;
  private int next;

  /**
   * @param reader at the first solution
   * @param problems of the solutions, in file order
   */
  public ProblemGroups(SolutionStream.Reader reader, ProblemColumn problems, int solutions) {
    this.reader = reader;
    this.problems = problems;
    this.sizes = new int[problems.size()];
    for (int i = 0; i < solutions; i++) {
      sizes[problems.of(i)]++;
    }
  }

  /** Whether another problem follows. */
  public boolean hasNext() {
    return next < sizes.length;
  }

  /** The next problems, at most so many. */
  public List<List<LabeledSolution>> next(int most) {
    List<List<LabeledSolution>> groups = new ArrayList<>();
    while (groups.size() < most && hasNext()) {
      while (sizes[next] > 0) {
        int problem = problems.of(read++);
        held.computeIfAbsent(problem, p -> new ArrayList<>()).add(reader.next());
        sizes[problem]--;
      }
      groups.add(List.copyOf(held.remove(next++)));
    }
    return groups;
  }
}
