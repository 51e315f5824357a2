package org.prmlab.cli.common;

import java.util.List;
import org.prmlab.answer.AnswerExtraction;
import org.prmlab.answer.AnswerRule;
import picocli.CommandLine.Option;

/** How final answers are found, and whether those that were not are shown. */
public final class AnswerOptions {
  @Option(
      names = "--answer-rules",
      paramLabel = "NAME",
      split = ",",
      description =
          "Find answers by these rules only: tag, boxed, final-answer, heading, hashes, sentence,"
              + " line, last-formula, last-number (default: all, the named ones first).")
  private List<AnswerRule> rules = List.of();

  @Option(
      names = "--show-unanswered",
      description =
          "Show some samples whose answer was not found, not decided, or is only the last value.")
  private boolean show;

  public AnswerExtraction extraction() {
    return rules.isEmpty()
        ? AnswerExtraction.withDefaults()
        : AnswerExtraction.withDefaults().withRules(rules);
  }

  boolean isShown() {
    return show;
  }
}
