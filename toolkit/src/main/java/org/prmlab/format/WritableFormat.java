package org.prmlab.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.prmlab.data.LabeledSolution;

/** A format that the toolkit also writes. */
public interface WritableFormat extends RecordFormat {

  /** What of a solution this format has room for; the rest is left out. */
  Set<SolutionPart> carries();

  /**
   * Fills {@code record} with the fields of one solution.
   *
   * @param conversion what may be lost on the way
   * @throws Unwritable if the solution lacks what the format needs, or more would be lost
   */
  void encode(LabeledSolution solution, Conversion conversion, ObjectNode record) throws Unwritable;
}
