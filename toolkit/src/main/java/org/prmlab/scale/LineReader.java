package org.prmlab.scale;

import java.io.Serializable;
import org.prmlab.format.RecordLine;

/** Reads one record and keeps what its block needs; the less, the less travels. */
@FunctionalInterface
public interface LineReader extends Serializable {
  /**
   * What is kept of a record.
   *
   * @throws org.prmlab.format.FormatException if the record is bad
   */
  KeyedLine read(RecordLine line);
}
