package org.prmlab.format;

import java.util.List;
import java.util.Set;
import org.prmlab.data.LabeledSolution;

/** How one published format writes solutions as JSON records. */
public interface RecordFormat {

  /** The name a user types, e.g. {@code processbench}. */
  String id();

  /** What the reader passes over, in words; empty if nothing. */
  default String leavesOut() {
    return "";
  }

  /** What the format leaves to the reader's choice. */
  default Set<ReadingChoice> choices() {
    return Set.of();
  }

  /** This format with the choices of a reading, as far as it has them. */
  default RecordFormat read(Reading reading) {
    return this;
  }

  /** What becomes of the second of two solutions with one id. */
  default DoubleId doubleId() {
    return DoubleId.REFUSE;
  }

  /** What becomes of the second of two solutions with one id. */
  enum DoubleId {
    /** Its record is bad. */
    REFUSE,
    /** It is kept, with its number after its id: {@code x#2}. */
    NUMBER
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
