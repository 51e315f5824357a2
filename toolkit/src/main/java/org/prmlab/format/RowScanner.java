package org.prmlab.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.prmlab.data.Problem;
import org.prmlab.data.ProblemKey;
import org.prmlab.data.Solution;
import org.prmlab.data.SolutionRow;

/**
 * Picks numbers out of the toolkit's own records, and of ProcessBench's, token by token, and passes
 * over everything else. Whatever is not plainly right is left to the readers of whole records,
 * which know what to say of it.
 */
final class RowScanner {
  private static final List<String> KNOWN =
      List.of(
          "id",
          "generator",
          "problem",
          "problem_id",
          "steps",
          "label",
          "final_answer_correct",
          "step_labels",
          "scores",
          "answer",
          "final_answer",
          "score_meanings",
          "outcome_scores");
  private static final List<String> OF_PROCESSBENCH = KNOWN.subList(0, 7);

  private final JsonParser parser;
  private final SolutionRow row;
  private final int start;
  private final ScannedLabels labels;
  private final ScannedScores scores;

  private int seen; // bits of the known fields
  private String problemId = "";
  private String problem = "";
  private int labelsEnd;
  private int verdict;
  private final boolean keepsTexts;
  private final List<String> steps = new ArrayList<>();
  private Optional<String> answer = Optional.empty();
  private Optional<String> finalAnswer = Optional.empty();

  /**
   * @param start where in its block the parser begins
   */
  RowScanner(JsonParser parser, SolutionRow row, int start) {
    this.parser = parser;
    this.start = start;
    this.row = row;
    this.keepsTexts = row.request().texts().isPresent();
    this.labels = new ScannedLabels(parser, row);
    this.scores = new ScannedScores(parser, row);
  }

  /** A record for the readers of whole records. */
  static final class NotPlain extends Exception {
    private static final long serialVersionUID = 1;

    NotPlain() {
      super("", null, false, false);
    }
  }

  static void expect(boolean plain) throws NotPlain {
    if (!plain) {
      throw new NotPlain();
    }
  }

  /**
   * Reads the record whose first token is the current one, which begins at {@code begin}.
   *
   * @param processBench whether it must have ProcessBench's fields, and has no others of ours
   */
  void record(long begin, boolean processBench) throws IOException, NotPlain {
    expect(parser.currentToken() == JsonToken.START_OBJECT);
    row.clear();
    seen = 0;
    problemId = "";
    steps.clear();
    answer = Optional.empty();
    finalAnswer = Optional.empty();
    labelsEnd = -1;
    verdict = Integer.MIN_VALUE;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      field(parser.currentName(), begin);
    }
    expect(parser.currentToken() == JsonToken.END_OBJECT);
    expect(has("id") && has("problem") && has("steps"));
    expect(!processBench || isProcessBench());
    expect(verdict < row.steps());
    if (verdict != Integer.MIN_VALUE) {
      row.verdict(verdict);
    }
    labels.requireOneEach(row.steps());
    scores.requireAtMost(row.steps());
    row.problem(new ProblemKey(problemId, problem));
    row.place(begin, labelsEnd);
    if (keepsTexts) {
      row.texts(solution());
    }
  }

  private boolean isProcessBench() {
    return KNOWN.stream()
        .allMatch(
            field ->
                has(field) == (OF_PROCESSBENCH.contains(field) && !field.equals("problem_id")));
  }

  private Solution solution() {
    return new Solution(
        row.id(),
        new Problem(problemId, problem, answer),
        row.generator(),
        steps,
        finalAnswer,
        row.answerCorrect());
  }

  private boolean has(String field) {
    return (seen & 1 << KNOWN.indexOf(field)) != 0;
  }

  private void field(String name, long begin) throws IOException, NotPlain {
    int known = KNOWN.indexOf(name);
    JsonToken value = parser.nextToken();
    if (known >= 0) {
      expect((seen & 1 << known) == 0);
      seen |= value == JsonToken.VALUE_NULL ? 0 : 1 << known;
    }
    if (known < 0 || value == JsonToken.VALUE_NULL) {
      unknown(name, known);
      return;
    }
    switch (name) {
      case "id" -> row.id(filled(value));
      case "generator" -> row.generator(text(value));
      case "problem" -> problem = filled(value);
      case "problem_id" -> problemId = text(value);
      case "steps" -> row.steps(count(value));
      case "label" -> verdict(value);
      case "final_answer_correct" -> {
        expect(value == JsonToken.VALUE_TRUE || value == JsonToken.VALUE_FALSE);
        row.answerCorrect(value == JsonToken.VALUE_TRUE);
      }
      case "step_labels" -> {
        labels.read();
        labelsEnd = (int) (start + parser.currentTokenLocation().getByteOffset() - begin);
      }
      case "answer" -> answer = Optional.of(text(value));
      case "final_answer" -> finalAnswer = Optional.of(text(value));
      case "score_meanings" -> scores.readMeanings();
      case "outcome_scores" -> scores.readOutcomes();
      default -> scores.read();
    }
  }

  private void unknown(String name, int known) throws IOException {
    int asked = known < 0 ? row.request().fields().indexOf(name) : -1;
    if (asked >= 0) {
      row.field(asked, Json.readTree(parser).toString());
    } else {
      parser.skipChildren();
    }
  }

  private String text(JsonToken value) throws IOException, NotPlain {
    expect(value == JsonToken.VALUE_STRING);
    return parser.getText();
  }

  private String filled(JsonToken value) throws IOException, NotPlain {
    String text = text(value);
    expect(!text.isBlank() && TextDamage.in(text).isEmpty());
    return text;
  }

  private int count(JsonToken list) throws IOException, NotPlain {
    expect(list == JsonToken.START_ARRAY);
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      expect(parser.currentToken() == JsonToken.VALUE_STRING);
      if (keepsTexts) {
        steps.add(parser.getText());
      }
      count++;
    }
    expect(count > 0);
    return count;
  }

  private void verdict(JsonToken value) throws IOException, NotPlain {
    expect(
        value == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() == JsonParser.NumberType.INT);
    verdict = parser.getIntValue();
    expect(verdict >= -1);
  }
}
