package org.prmlab.scale;

import org.prmlab.data.LabeledSolution;
import org.prmlab.format.Formats;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.format.RecordLine;

/**
 * Keeps whole solutions, as lines of the toolkit's own record.
 *
 * @param format name of the format of the file
 */
public record RecordLines(String format) implements LineReader {
  @Override
  public KeyedLine read(RecordLine line) {
    LabeledSolution solution = line.solution(Formats.named(format));
    return new KeyedLine(line.index(), solution.solution().id(), PrmlabRecord.text(solution));
  }

  /** The solution in a line that {@link PrmlabRecord#text} wrote. */
  static LabeledSolution read(String line) {
    return new RecordLine("block", 0, line).solution(new PrmlabRecord());
  }
}
