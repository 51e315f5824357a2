package org.prmlab.cli.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.prmlab.model.TokenRow;
import org.prmlab.prm.LabelTokens;
import org.prmlab.prm.PrmSettings;
import org.prmlab.prm.TokenScorer;

/** {@code --token-ids}: rows of tokens in, one line of scores a row out. */
final class TokenRowFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TokenRowFile() {}

  static ScoreReport score(Path folder, PrmSettings settings, Path file, Path out) {
    long begin = System.nanoTime();
    JsonNode json = read(file);
    List<TokenRow> rows = rows(file, json.path("rows"));
    var labels = new LabelTokens(json.path("plus_id").asInt(-1), json.path("minus_id").asInt(-1));
    try (TokenScorer scorer = TokenScorer.load(folder, settings, labels)) {
      double[][] scores = scorer.score(rows);
      write(out, scores);
      long steps = rows.stream().mapToLong(TokenRow::scoredPositions).sum();
      double seconds = (System.nanoTime() - begin) / 1e9;
      return new ScoreReport(
          String.valueOf(folder.getFileName()),
          scorer.family(),
          rows.size(),
          0,
          ScoreReport.Counts.ofSteps(steps, 0),
          seconds,
          out);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<TokenRow> rows(Path file, JsonNode list) {
    List<TokenRow> rows = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      String place = file + ": row " + i;
      JsonNode row = list.path(i);
      try {
        rows.add(TokenRow.of(ints(row, "input_ids"), ints(row, "step_positions")));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
      }
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(
          file
              + ": no rows; expected {\"rows\": [{\"input_ids\": [...], \"step_positions\":"
              + " [...]}]}");
    }
    return rows;
  }

  private static int[] ints(JsonNode row, String field) {
    JsonNode list = row.path(field);
    if (!list.isArray()) {
      throw new IllegalArgumentException("no list named " + field);
    }
    return IntStream.range(0, list.size())
        .map(
            i -> {
              if (!list.path(i).canConvertToInt() || !list.path(i).isIntegralNumber()) {
                throw new IllegalArgumentException(
                    field + " holds " + list.path(i) + "; expected whole numbers");
              }
              return list.path(i).intValue();
            })
        .toArray();
  }

  private static void write(Path out, double[][] scores) {
    Path part = out.resolveSibling(out.getFileName() + ".part");
    var text = new StringBuilder();
    try {
      for (double[] row : scores) {
        text.append(JSON.writeValueAsString(Map.of("scores", row))).append('\n');
      }
      Files.writeString(part, text);
      Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
