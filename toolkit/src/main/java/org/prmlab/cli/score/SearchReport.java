package org.prmlab.cli.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.prmlab.cli.common.EstimateText;
import org.prmlab.cli.common.UsageReport;
import org.prmlab.data.LabeledSolution;
import org.prmlab.stats.Estimate;
import org.prmlab.stats.Proportion;

/**
 * What {@code search} did.
 *
 * @param problems in the result
 * @param resumed of these, how many an earlier run had written
 * @param complete for how many a solution was found
 * @param graded how many have a gold answer and a grade
 * @param accuracy of these, in percent, with Wilson's interval; null if none is graded
 * @param tokens written by the policy, a problem
 * @param unanswered prompts that had no answer
 * @param refused partial solutions that the PRM could not read, and that were given up
 * @param refusal why the first of this run was; empty if none was
 */
record SearchReport(
    String policy,
    String prm,
    String settings,
    int problems,
    int resumed,
    int complete,
    int graded,
    Optional<Estimate> accuracy,
    double tokens,
    int unanswered,
    long refused,
    String refusal,
    UsageReport usage,
    Path out) {

  /** What the records of a result say together. */
  record Sum(int complete, int graded, int right, long tokens, long refused) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Sum of(List<LabeledSolution> records) {
      Sum sum = new Sum(0, 0, 0, 0, 0);
      for (LabeledSolution record : records) {
        sum = sum.plus(record);
      }
      return sum;
    }

    private Sum plus(LabeledSolution record) {
      JsonNode took = took(record);
      var grade = record.solution().finalAnswerCorrect();
      return new Sum(
          complete + (took.path("complete").asBoolean() ? 1 : 0),
          graded + (grade.isPresent() ? 1 : 0),
          right + (grade.orElse(false) ? 1 : 0),
          tokens + took.path("tokens").asLong(),
          refused + took.path("refused").asLong());
    }

    private static JsonNode took(LabeledSolution record) {
      try {
        return JSON.readTree(record.extra().getOrDefault(SearchRecord.FIELD, "{}"));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a record that was just written is no JSON", e);
      }
    }

    Optional<Estimate> accuracy() {
      return graded == 0
          ? Optional.empty()
          : Optional.of(new Proportion(right, graded).wilson(Estimate.DEFAULT_LEVEL));
    }
  }

  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s guided by %s, %s: %d problems (%d of them by an earlier run) -> %s"
            .formatted(policy, prm, settings, problems, resumed, out));
    lines.add(
        String.format(
            Locale.ROOT, "solved to an end: %d; tokens a problem: %.1f", complete, tokens));
    if (accuracy.isPresent()) {
      lines.add("right: %s of %d graded".formatted(EstimateText.of(accuracy), graded));
    }
    if (unanswered > 0) {
      lines.add("prompts without an answer, whose paths were given up: " + unanswered);
    }
    if (refused > 0) {
      lines.add(
          "partial solutions that the PRM cannot read, whose paths were given up: %d%s"
              .formatted(refused, refusal.isEmpty() ? "" : ", such as: " + refusal));
    }
    lines.add(usage.text());
    return String.join(System.lineSeparator(), lines);
  }
}
