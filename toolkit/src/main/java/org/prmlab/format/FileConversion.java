package org.prmlab.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.prmlab.data.LabeledSolution;
import org.prmlab.format.RecordFormat.DoubleId;

/**
 * The solutions of one file written as another format. Whatever the new format has no room for is
 * counted, and whatever cannot be written is a bad record.
 *
 * @param in file to read
 * @param from its format
 * @param to the format to write
 * @param conversion what may be lost
 */
public record FileConversion(Path in, RecordFormat from, WritableFormat to, Conversion conversion) {

  /**
   * What happened.
   *
   * @param solutions how many were written
   * @param rejected how many records were set aside
   * @param leftOut by part, in how many written solutions it was there and was left out
   * @param notes what must be known of the records: one sentence each
   */
  public record Outcome(
      long solutions, long rejected, Map<String, Long> leftOut, List<String> notes) {
    public Outcome {
      notes = List.copyOf(notes);
    }
  }

  /**
   * Writes {@code out}, which appears only when all is written.
   *
   * @throws FormatException if a file cannot be read or written, nothing could be converted, or a
   *     record is bad and {@code badRecords} stops
   */
  public Outcome run(Path out, BadRecords badRecords) {
    return run(out, badRecords, read -> {});
  }

  /**
   * The same, told while it runs.
   *
   * @param progress hears after every solution how many have been read
   */
  public Outcome run(Path out, BadRecords badRecords, LongConsumer progress) {
    Tally tally = new Tally(badRecords);
    List<String> notes = new ArrayList<>();
    try (SolutionReader reader = SolutionReader.open(in, from, tally);
        SolutionWriter writer = SolutionWriter.create(out, to, conversion)) {
      while (reader.hasNext()) {
        tally.write(reader.next(), writer);
        progress.accept(tally.solutions + tally.rejected);
      }
      if (tally.solutions == 0 && tally.rejected > 0) {
        throw FormatException.of(
            in.toString(),
            "none of its %d records could be converted to %s; nothing was written"
                .formatted(tally.rejected, to.id()));
      }
      writer.commit();
      notes.addAll(reader.notes());
    }
    notes.addAll(tally.ids.notes());
    Map<String, Long> leftOut = new TreeMap<>();
    tally.leftOut.forEach((part, count) -> leftOut.put(part.toString(), count));
    return new Outcome(tally.solutions, tally.rejected, leftOut, notes);
  }

  private final class Tally implements BadRecords {
    private final BadRecords next;
    private final Map<SolutionPart, Long> leftOut = new EnumMap<>(SolutionPart.class);
    private final DoubleIds ids = new DoubleIds(in, from.doubleId());
    private long solutions;
    private long rejected;

    Tally(BadRecords next) {
      this.next = next;
    }

    @Override
    public void found(FormatException fault, String record) {
      next.found(fault, record);
      rejected++;
    }

    void write(LabeledSolution read, SolutionWriter writer) {
      LabeledSolution solution = from.doubleId() == DoubleId.NUMBER ? ids.own(read) : read;
      try {
        writer.write(solution);
      } catch (Unwritable e) {
        found(refused(solution, e), PrmlabRecord.text(solution));
        return;
      }
      solutions++;
      for (SolutionPart part : SolutionPart.values()) {
        if (part.isIn(solution) && !to.carries().contains(part)) {
          leftOut.merge(part, 1L, Long::sum);
        }
      }
    }

    private FormatException refused(LabeledSolution solution, Unwritable e) {
      return FormatException.refused(in.toString(), solution.solution().id(), to.id(), e);
    }
  }
}
