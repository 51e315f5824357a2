package org.prmlab.format;

import java.util.List;
import org.prmlab.data.LabeledSolution;

/** How one published format writes solutions as JSON records. */
public interface RecordFormat {

  /** The name a user types, e.g. {@code processbench}. */
  String id();

  /** What the reader passes over, in words; empty if nothing. */
  default String leavesOut() {
    return "";
  }

  /** Whether a record with these fields is of this format: looks at names, not at values. */
  boolean recognizes(JsonRecord record);

  /**
   * The solutions of one record: one for most formats, several for samples and trees.
   *
   * @throws FormatException if the record breaks the format; names the field
   */
  List<LabeledSolution> decode(JsonRecord record);
}
