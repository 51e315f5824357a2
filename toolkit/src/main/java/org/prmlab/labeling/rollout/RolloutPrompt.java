package org.prmlab.labeling.rollout;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prmlab.data.Solution;
import org.prmlab.llm.Prompt;
import org.prmlab.llm.PromptText;
import org.prmlab.llm.SampleRange;
import org.prmlab.model.text.ChatMessage;

/**
 * How a model is asked to go on from a step: as its own answer in a conversation (the paper's
 * models), or in a text of the user's in which {@code {problem}} and {@code {prefix}} stand for the
 * two. A step ends with a blank line.
 */
public final class RolloutPrompt {
  /** What a step ends with: a blank line. */
  public static final String STEP_END = "\n\n";

  private static final String INSTRUCTION =
      "Please reason step by step, and put your final answer within \\boxed{}.";

  private final Optional<PromptText> text;

  private RolloutPrompt(Optional<PromptText> text) {
    this.text = text;
  }

  /** A conversation with the paper's system message; the steps begin the model's answer. */
  public static RolloutPrompt conversation() {
    return new RolloutPrompt(Optional.empty());
  }

  /**
   * A plain text with {@code {problem}} and {@code {prefix}}.
   *
   * @throws IllegalArgumentException if one of them is missing
   */
  public static RolloutPrompt ofText(String text) {
    return new RolloutPrompt(Optional.of(PromptText.of("prompt", text, "problem", "prefix")));
  }

  /** A plain text from a file. */
  public static RolloutPrompt read(Path file) {
    return new RolloutPrompt(Optional.of(PromptText.read(file, "problem", "prefix")));
  }

  /** The prompt from the end of a step, counted from 0. */
  public Prompt of(Solution solution, int step, SampleRange samples) {
    String id = solution.id() + "/step" + step;
    return of(solution.problem().text(), solution.steps().subList(0, step + 1), id, samples);
  }

  /**
   * The prompt after some steps, perhaps none.
   *
   * @param id names it, see {@link Prompt}
   */
  public Prompt of(String problem, List<String> steps, String id, SampleRange samples) {
    String prefix = prefix(steps);
    return text.map(
            t ->
                new Prompt(
                    id, List.of(), t.fill(Map.of("problem", problem, "prefix", prefix)), samples))
        .orElseGet(
            () ->
                new Prompt(
                    id,
                    List.of(
                        new ChatMessage("system", INSTRUCTION), new ChatMessage("user", problem)),
                    prefix,
                    samples));
  }

  static String prefix(List<String> steps) {
    return steps.isEmpty() ? "" : String.join(STEP_END, steps) + STEP_END;
  }
}
