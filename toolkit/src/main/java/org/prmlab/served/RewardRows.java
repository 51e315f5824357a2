package org.prmlab.served;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The numbers of one solution as a server gave them.
 *
 * @param rows one a step, in step order; all of the same width
 * @param tokens that the server says it read; 0 if it does not say
 */
record RewardRows(List<double[]> rows, long tokens) {
  RewardRows {
    rows = rows.stream().map(double[]::clone).toList();
  }

  /**
   * What is expected of the answer about one solution.
   *
   * @param text as it was sent
   * @param steps of the solution; 1 where it is scored as a whole
   * @param width numbers that the family's head gives
   */
  record Expected(ServedText text, int steps, int width) {
    /** Tokens of one text; -1 where the server makes them. */
    int tokens() {
      return text instanceof ServedText.Tokens sent ? sent.row().length() : -1;
    }
  }

  /**
   * Reads the results of one request.
   *
   * @throws UnfitAnswer if they are not a row a step or a row a token
   */
  static RewardRows read(List<JsonNode> results, long tokens, Expected expected)
      throws UnfitAnswer {
    requireTokens(tokens, expected);
    List<double[]> rows =
        expected.text() instanceof ServedText.Beginnings
            ? rowATextEach(results, expected)
            : rowsOfOneText(results, tokens, expected);
    for (double[] row : rows) {
      if (row.length != expected.width()) {
        throw new UnfitAnswer(
            "rows of %d numbers; this family's head gives %d: another model or family, or hidden states?"
                .formatted(row.length, expected.width()));
      }
    }
    return new RewardRows(rows, tokens);
  }

  private static void requireTokens(long tokens, Expected expected) throws UnfitAnswer {
    boolean sentTokens = !expected.text().isConversation();
    if (sentTokens && tokens > 0 && tokens != expected.text().mostTokens()) {
      throw new UnfitAnswer(
          "the server read %d tokens, %d were sent; it cuts texts, or adds tokens of its own"
              .formatted(tokens, expected.text().mostTokens()));
    }
  }

  private static List<double[]> rowATextEach(List<JsonNode> results, Expected expected)
      throws UnfitAnswer {
    if (results.size() != expected.steps()) {
      throw new UnfitAnswer(
          "%d results for %d texts, one a step".formatted(results.size(), expected.steps()));
    }
    List<double[]> rows = new ArrayList<>();
    for (JsonNode result : results) {
      rows.add(numbers(isNested(result) && result.size() == 1 ? result.get(0) : result));
    }
    return rows;
  }

  private static List<double[]> rowsOfOneText(
      List<JsonNode> results, long tokens, Expected expected) throws UnfitAnswer {
    if (results.size() != 1) {
      throw new UnfitAnswer("%d results for one text".formatted(results.size()));
    }
    List<double[]> rows = split(results.get(0), expected);
    if (rows.size() == expected.steps()) {
      return rows;
    }
    if (rows.size() == expected.tokens() && expected.text() instanceof ServedText.Tokens sent) {
      return sent.row().positions().mapToObj(rows::get).toList();
    }
    throw new UnfitAnswer(
        "%d rows for %d steps; expected a row a step (pooling type STEP)%s"
            .formatted(rows.size(), expected.steps(), advice(rows.size(), tokens, expected)));
  }

  private static String advice(int rows, long tokens, Expected expected) {
    if (expected.tokens() >= 0) {
      return " or a row for each of the %d tokens (ALL)".formatted(expected.tokens());
    }
    return rows == tokens
        ? ", not a row a token: name the folder of the tokenizer to pick them"
        : "; does the text itself hold the step marker?";
  }

  /** Lists of numbers are rows; a flat list is a number each, or one row of the whole text. */
  private static List<double[]> split(JsonNode result, Expected expected) throws UnfitAnswer {
    List<double[]> rows = new ArrayList<>();
    if (isNested(result)) {
      for (JsonNode row : result) {
        rows.add(numbers(row));
      }
      return rows;
    }
    double[] flat = numbers(result);
    if (expected.width() == 1) {
      Arrays.stream(flat).forEach(x -> rows.add(new double[] {x}));
      return rows;
    }
    throw new UnfitAnswer(
        "one list of %d numbers for the whole text; expected a row a step: is the pooling task token_classify?"
            .formatted(flat.length));
  }

  private static boolean isNested(JsonNode node) {
    return !node.isEmpty() && node.get(0).isArray();
  }

  private static double[] numbers(JsonNode row) throws UnfitAnswer {
    double[] numbers = new double[row.size()];
    for (int i = 0; i < numbers.length; i++) {
      JsonNode one = row.get(i);
      if (!one.isNumber() || !Double.isFinite(one.doubleValue())) {
        throw new UnfitAnswer("'%s' among the rewards; numbers expected".formatted(one));
      }
      numbers[i] = one.doubleValue();
    }
    return numbers;
  }
}
