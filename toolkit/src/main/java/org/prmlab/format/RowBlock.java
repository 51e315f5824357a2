package org.prmlab.format;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Optional;
import org.prmlab.data.ColumnRequest;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.SolutionColumns;
import org.prmlab.data.SolutionColumnsBuilder;
import org.prmlab.data.SolutionRow;

/**
 * One block of lines, read into columns. A record that is not plainly right is read as the readers
 * of whole records do it.
 */
final class RowBlock {
  private static final int NONE = -1;

  private final LineBlocks.Block block;
  private final RecordFormat format;
  private final SolutionRow row;
  private final SolutionColumnsBuilder columns;
  private int damaged;
  private Optional<Damage> firstDamage = Optional.empty();

  /**
   * What a faulty writer left in a text that is read all the same.
   *
   * @param position of its record, counted from the begin of the block
   * @param words what was found
   */
  record Damage(long position, String words) {}

  private RowBlock(LineBlocks.Block block, RecordFormat format, ColumnRequest request) {
    this.block = block;
    this.format = format;
    this.row = new SolutionRow(request);
    this.columns = new SolutionColumnsBuilder(request);
  }

  /** A block read; empty columns if a record is bad. */
  record Done(
      LineBlocks.Block block,
      Optional<SolutionColumns> columns,
      int damaged,
      Optional<Damage> firstDamage) {}

  /**
   * @param format the toolkit's own record or ProcessBench's
   */
  static Done read(LineBlocks.Block block, RecordFormat format, ColumnRequest request) {
    RowBlock rows = new RowBlock(block, format, request);
    try {
      int at = 0;
      while (at < block.length()) {
        at = rows.readFrom(at);
      }
      return new Done(block, Optional.of(rows.columns.build()), rows.damaged, rows.firstDamage);
    } catch (IOException | FormatException | RowScanner.NotPlain e) {
      return new Done(block, Optional.empty(), 0, Optional.empty());
    }
  }

  /** Reads plain records; and the first that is not, behind which it returns. */
  private int readFrom(int start) throws IOException, RowScanner.NotPlain {
    int begin = NONE;
    try (JsonParser parser =
        Json.MAPPER.createParser(block.bytes(), start, block.length() - start)) {
      RowScanner scanner = new RowScanner(parser, row, start);
      while (parser.nextToken() != null) {
        begin = start + (int) parser.currentTokenLocation().getByteOffset();
        scanner.record(begin, format instanceof ProcessBench);
        int end = start + (int) parser.currentLocation().getByteOffset();
        if (!RecordBytes.of(block, begin, end).isPlain()) {
          return readWhole(begin);
        }
        columns.add(row);
        begin = NONE;
      }
      return block.length();
    } catch (IOException | RowScanner.NotPlain e) {
      RowScanner.expect(begin != NONE);
      return readWhole(begin);
    }
  }

  /** Reads the line of one record, whatever it is; returns the end of the line. */
  private int readWhole(int begin) throws IOException, RowScanner.NotPlain {
    int end = RecordBytes.lineEnd(block, begin);
    RowScanner.expect(RecordBytes.beginsLine(block, begin));
    try (JsonParser parser = Json.MAPPER.createParser(block.bytes(), begin, end - begin)) {
      JsonRecord.Place place = new JsonRecord.Place("", 1, 0);
      for (LabeledSolution solution :
          format.decode(JsonRecord.of(RecordLine.object(parser, "", 1), place))) {
        TextDamage.controlIn(solution).ifPresent(words -> damaged(begin, words));
        row.of(solution);
        row.place(begin, -1);
        columns.add(row);
      }
    }
    return end;
  }

  private void damaged(int begin, String words) {
    damaged++;
    firstDamage = firstDamage.or(() -> Optional.of(new Damage(begin, words)));
  }
}
