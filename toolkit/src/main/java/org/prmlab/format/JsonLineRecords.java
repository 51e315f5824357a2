package org.prmlab.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** JSONL: one object a line, blank lines passed over. A bad line does not hide the next one. */
final class JsonLineRecords implements RecordSource {
  private final String file;
  private final Lines lines;
  private long index = -1;

  JsonLineRecords(String file, InputStream in) {
    this.file = file;
    this.lines = new Lines(in);
  }

  @Override
  public Optional<JsonRecord> next() throws MalformedRecord {
    do {
      if (!advance()) {
        return Optional.empty();
      }
    } while (lines.isBlank());
    index++;
    return Optional.of(JsonRecord.of(parse(), new JsonRecord.Place(file, lines.number(), index)));
  }

  private boolean advance() throws MalformedRecord {
    try {
      return lines.next();
    } catch (IOException e) {
      throw new MalformedRecord(RecordFile.broken(file, lines.number(), e), "", Recovery.NONE);
    }
  }

  private ObjectNode parse() throws MalformedRecord {
    try (JsonParser parser = Json.MAPPER.createParser(lines.bytes(), 0, lines.length())) {
      return RecordLine.object(parser, file, lines.number());
    } catch (FormatException e) {
      throw new MalformedRecord(e, lines.text(), Recovery.NEXT_RECORD);
    } catch (IOException e) {
      throw new MalformedRecord(
          RecordLine.undecodable(file, lines.number(), e), lines.text(), Recovery.NEXT_RECORD);
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
