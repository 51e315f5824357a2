package org.prmlab.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.prmlab.data.LabeledSolution;

/** A format that the toolkit also writes. */
public interface WritableFormat extends RecordFormat {

  /**
   * Fills {@code record} with the fields of one solution.
   *
   * @throws Unwritable if the solution lacks what the format needs
   */
  void encode(LabeledSolution solution, ObjectNode record) throws Unwritable;
}
