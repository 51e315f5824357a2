package org.prmlab.scale;

import java.io.Serializable;

/**
 * One record of the first file and its partner in the second.
 *
 * @param index position in the first file, counted from 0
 * @param id identity of the solution
 * @param first what its reader kept
 * @param second the same of the partner; empty if there is none
 */
public record JoinedLine(long index, String id, String first, String second)
    implements Serializable {
  /** Whether the second file has this id. */
  public boolean hasSecond() {
    return !second.isEmpty();
  }
}
