package org.prmlab.cli.label;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.prmlab.labeling.judge.Judge;
import org.prmlab.labeling.judge.JudgePromptFormat;
import org.prmlab.llm.CompletionSource;
import picocli.CommandLine.Option;

/** How a judge is asked for the first wrong step. */
final class JudgeOptions {
  @Option(
      names = "--shape",
      defaultValue = "analyses",
      paramLabel = "NAME",
      description =
          "analyses (the paper: paragraphs from 1, an analysis each, a conclusion) or boxed-index"
              + " (ProcessBench: from 0, the index in a box) (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // has a default
  private JudgePromptFormat shape;

  @Option(
      names = "--prompt",
      paramLabel = "FILE",
      description = "Other wording: text with {problem} and {solution}.")
  private @Nullable Path prompt;

  @Option(
      names = "--votes",
      defaultValue = "1",
      paramLabel = "N",
      description = "Outputs a solution; the most frequent verdict wins (default: 1).")
  private int votes;

  /**
   * Checks that several votes can differ.
   *
   * @throws IllegalArgumentException if they would all be the same
   */
  void requireDifferentVotes(double temperature) {
    if (votes > 1 && temperature == 0) {
      throw new IllegalArgumentException(
          votes + " votes at temperature 0 are all the same; set --temperature, e.g. 0.7");
    }
  }

  Judge judge(CompletionSource model) {
    Judge judge = Judge.of(model, shape).withVotes(votes);
    return prompt == null ? judge : judge.withWording(prompt);
  }

  String shape() {
    return shape.toString();
  }
}
