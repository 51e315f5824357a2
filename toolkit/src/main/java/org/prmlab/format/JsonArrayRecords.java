package org.prmlab.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** One JSON array of objects, read element by element. A syntax error ends it. */
final class JsonArrayRecords implements RecordSource {
  private final String file;
  private final JsonParser parser;
  private long index = -1;
  private long line = 1;

  JsonArrayRecords(String file, InputStream in) throws IOException {
    this.file = file;
    this.parser = Json.MAPPER.createParser(in);
    parser.nextToken();
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
    while (parser.getParsingContext().getNestingDepth() > 1) {
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
