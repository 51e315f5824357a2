package org.prmlab.format;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.prmlab.data.ColumnRequest;
import org.prmlab.data.SolutionColumns;
import org.prmlab.data.SolutionRow;

/**
 * One block of lines, read into columns.
 *
 * @param block the lines
 * @param columns the solutions in it; positions count from the begin of the block
 * @param plain false if a record is not plainly right
 */
record RowBlock(LineBlocks.Block block, SolutionColumns columns, boolean plain) {

  /**
   * @param allFields whether every record must have ProcessBench's six fields
   */
  static RowBlock read(LineBlocks.Block block, ColumnRequest request, boolean allFields) {
    SolutionColumns.Builder columns = new SolutionColumns.Builder(request);
    SolutionRow row = new SolutionRow(request);
    try (JsonParser parser = Json.MAPPER.createParser(block.bytes(), 0, block.length())) {
      RowScanner scanner = new RowScanner(parser, row);
      while (parser.nextToken() != null) {
        int begin = (int) parser.currentTokenLocation().getByteOffset();
        scanner.record(begin, allFields);
        int end = (int) parser.currentLocation().getByteOffset();
        RowScanner.expect(isOneLine(block, begin, end));
        columns.add(row);
      }
      return new RowBlock(block, columns.build(), true);
    } catch (IOException | RowScanner.NotPlain e) {
      return new RowBlock(block, columns.build(), false);
    }
  }

  /** Whether a line begins with the record, and nothing but it stands there. */
  private static boolean isOneLine(LineBlocks.Block block, int begin, int end) {
    byte[] bytes = block.bytes();
    for (int i = begin; i < end; i++) {
      if (bytes[i] == '\n') {
        return false;
      }
    }
    for (int i = begin - 1; i >= 0 && bytes[i] != '\n'; i--) {
      if (bytes[i] != ' ' && bytes[i] != '\t') {
        return false;
      }
    }
    for (int i = end; i < block.length() && bytes[i] != '\n'; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
        return false;
      }
    }
    return true;
  }
}
