package org.prmlab.scale;

import java.util.Map;
import org.prmlab.data.LabeledSolution;
import org.prmlab.format.Formats;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.format.RecordLine;

/**
 * Keeps the labels of one source, without texts.
 *
 * @param format name of the format of the file
 * @param choice whose labels
 * @param field a field of the records that is kept too; empty for none
 */
public record LabelLines(String format, LabelChoice choice, String field) implements LineReader {
  @Override
  public KeyedLine read(RecordLine line) {
    LabeledSolution whole = line.solution(Formats.named(format));
    LabeledSolution bare = choice.of(WithoutTexts.of(whole));
    LabeledSolution kept =
        field.isEmpty() ? bare : bare.withExtra(Map.of(field, value(whole, field, line.file())));
    return new KeyedLine(line.index(), whole.solution().id(), PrmlabRecord.text(kept));
  }

  /**
   * An unread field of a record, as JSON text.
   *
   * @throws IllegalArgumentException if it has no such field
   */
  static String value(LabeledSolution solution, String field, String file) {
    String value = solution.extra().get(field);
    if (value == null) {
      throw new IllegalArgumentException(
          "%s: solution '%s' has no field '%s', but %s"
              .formatted(file, solution.solution().id(), field, solution.extra().keySet()));
    }
    return value;
  }
}
