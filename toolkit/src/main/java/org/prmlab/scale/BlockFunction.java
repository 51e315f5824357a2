package org.prmlab.scale;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** What is computed of one block, on whatever machine. */
@FunctionalInterface
public interface BlockFunction extends Serializable {
  /**
   * The lines of each output, by its name, in the order of the records. The same block gives the
   * same lines, on whatever machine and however often.
   */
  Map<String, List<String>> apply(Block block);
}
