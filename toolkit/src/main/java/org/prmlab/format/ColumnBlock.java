package org.prmlab.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.Optional;
import org.prmlab.data.NeutralRating;
import org.prmlab.data.StepColumns;

/**
 * One block of lines, parsed.
 *
 * @param block the lines
 * @param columns the labels in it, up to the fault
 * @param lines its number of lines; the line of the fault, if there is one
 * @param fault what is wrong with that line
 */
record ColumnBlock(
    LineBlocks.Block block, StepColumns columns, long lines, Optional<String> fault) {

  static ColumnBlock parse(LineBlocks.Block block, String source, NeutralRating neutral) {
    StepColumns.Builder columns = new StepColumns.Builder();
    long line = 0;
    try (JsonParser parser = Json.MAPPER.createParser(block.bytes(), 0, block.length())) {
      LabelScanner scanner = new LabelScanner(parser, source, neutral, columns);
      while (parser.nextToken() != null) {
        long begun = parser.currentTokenLocation().getLineNr();
        if (begun == line) {
          throw new LabelScanner.BadLabel("a second record on one line; expected one a line");
        }
        line = begun;
        scanner.record();
      }
      long lines = parser.currentLocation().getLineNr() - 1L;
      return new ColumnBlock(block, columns.build(), lines, Optional.empty());
    } catch (JsonProcessingException e) {
      long at = Math.max(line, e.getLocation().getLineNr());
      return new ColumnBlock(block, columns.build(), at, Optional.of("record " + Json.fault(e)));
    } catch (LabelScanner.BadLabel e) {
      return new ColumnBlock(
          block, columns.build(), line, Optional.of(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      String fault = "record cannot be decoded (" + e.getMessage() + "); write it as UTF-8";
      return new ColumnBlock(block, columns.build(), line + 1, Optional.of(fault));
    }
  }
}
