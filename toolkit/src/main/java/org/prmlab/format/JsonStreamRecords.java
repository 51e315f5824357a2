package org.prmlab.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Objects of one JSON array, or of one JSON text after the other, read one by one. A syntax error
 * ends them.
 */
final class JsonStreamRecords implements RecordSource {
  private final String file;
  private final JsonParser parser;

  /** How deep in the text a record begins: 1 in an array, 0 outside. */
  private final int depth;

  private long index = -1;
  private long line = 1;

  private JsonStreamRecords(String file, JsonParser parser, int depth) {
    this.file = file;
    this.parser = parser;
    this.depth = depth;
  }

  static RecordSource ofArray(String file, InputStream in) throws IOException {
    JsonParser parser = Json.MAPPER.createParser(in);
    parser.nextToken();
    return new JsonStreamRecords(file, parser, 1);
  }

  static RecordSource ofSequence(String file, InputStream in) throws IOException {
    return new JsonStreamRecords(file, Json.MAPPER.createParser(in), 0);
  }

  @Override
  public Optional<JsonRecord> next() throws MalformedRecord {
    try {
      Optional<JsonToken> token = advance();
      if (token.isEmpty()) {
        return Optional.empty();
      }
      index++;
      ObjectNode element = element(token.get());
      return Optional.of(JsonRecord.of(element, new JsonRecord.Place(file, line, index)));
    } catch (JsonProcessingException e) {
      throw malformed("record " + Json.fault(e), "", Recovery.NONE);
    } catch (IOException e) {
      throw new MalformedRecord(RecordFile.broken(file, line, e), "", Recovery.NONE);
    }
  }

  private Optional<JsonToken> advance() throws IOException, MalformedRecord {
    try {
      JsonToken token = parser.nextToken();
      if (token == null && depth == 0) {
        return Optional.empty();
      }
      line = parser.currentTokenLocation().getLineNr();
      if (token != JsonToken.END_ARRAY) {
        return Optional.of(token);
      }
      expectEnd();
      return Optional.empty();
    } catch (JsonProcessingException e) {
      if (!Json.isTruncated(e)) {
        throw e;
      }
      line = e.getLocation().getLineNr();
      throw malformed(
          "array ends without its closing ']'. Is the file truncated?", "", Recovery.NONE);
    }
  }

  private ObjectNode element(JsonToken token) throws IOException, MalformedRecord {
    if (token != JsonToken.START_OBJECT) {
      String text = Json.readTree(parser).toString();
      throw malformed(
          "record is %s; expected an object in braces".formatted(Excerpt.of(text)),
          text,
          Recovery.NEXT_RECORD);
    }
    try {
      return (ObjectNode) Json.readTree(parser);
    } catch (MismatchedInputException e) {
      skipElement();
      throw malformed("record " + Json.fault(e), "", Recovery.NEXT_RECORD);
    }
  }

  private void skipElement() throws IOException {
    while (parser.getParsingContext().getNestingDepth() > depth) {
      parser.nextToken();
    }
  }

  private void expectEnd() throws IOException, MalformedRecord {
    if (parser.nextToken() != null) {
      throw malformed(
          "text after the closing ']'; expected the end of the file. Are two files joined?",
          "",
          Recovery.NONE);
    }
  }

  private MalformedRecord malformed(String problem, String text, Recovery recovery) {
    return new MalformedRecord(FormatException.at(file, line, problem), text, recovery);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
