package org.prmlab.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.prmlab.data.LabeledSolution;

/**
 * One record of a file, read apart from the others, as machines do that share a file. Faults name
 * the record by its number, counted from 1: its line, unless there are blank ones.
 *
 * @param file the file as the caller named it
 * @param index position among the file's records, counted from 0
 * @param text one JSON object
 */
public record RecordLine(String file, long index, String text) implements Serializable {

  /**
   * A record as it stands in its file.
   *
   * @throws FormatException if the bytes are not UTF-8
   */
  public static RecordLine decoded(String file, long index, byte[] bytes) {
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return new RecordLine(file, index, text.toString());
    } catch (CharacterCodingException e) {
      throw undecodable(file, index + 1, e);
    }
  }

  /**
   * The solution it holds.
   *
   * @throws FormatException if the record breaks the format, or holds several solutions
   */
  public LabeledSolution solution(RecordFormat format) {
    List<LabeledSolution> solutions = format.decode(record());
    if (solutions.size() != 1) {
      throw FormatException.at(
          file,
          index + 1,
          "holds %d solutions; expected one a record; convert the file to the toolkit's own record first"
              .formatted(solutions.size()));
    }
    return solutions.get(0);
  }

  /**
   * A row with a prediction.
   *
   * @throws FormatException if it is none
   */
  public PredictionRow prediction() {
    return PredictionRow.of(record());
  }

  /**
   * A row with scores.
   *
   * @throws FormatException if it is none
   */
  public ScoreRow scores() {
    return ScoreRow.of(record());
  }

  JsonRecord record() {
    try (JsonParser parser = Json.MAPPER.createParser(text)) {
      return JsonRecord.of(
          object(parser, file, index + 1), new JsonRecord.Place(file, index + 1, index));
    } catch (IOException e) {
      throw undecodable(file, index + 1, e);
    }
  }

  /** The only object of a line. */
  static ObjectNode object(JsonParser parser, String file, long line) throws IOException {
    try {
      JsonNode node = Json.readTree(parser);
      if (!(node instanceof ObjectNode object)) {
        throw malformed(file, line, "is no JSON object; expected one record a line, in braces");
      }
      if (parser.nextToken() != null) {
        throw malformed(file, line, "is followed by more on its line; expected one record a line");
      }
      return object;
    } catch (JsonProcessingException e) {
      throw malformed(file, line, Json.fault(e));
    }
  }

  static FormatException undecodable(String file, long line, IOException e) {
    return malformed(
        file, line, "cannot be decoded (%s); write it as UTF-8".formatted(e.getMessage()));
  }

  private static FormatException malformed(String file, long line, String problem) {
    return FormatException.at(file, line, "record " + problem);
  }
}
