package org.prmlab.evaluation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a reasoning model says, without what it thinks before and between. Thinking stands between
 * tags of the models' own: {@code <think>} (DeepSeek-R1, Qwen3), {@code <thinking>}, {@code
 * <reasoning>}, {@code [THINK]} (Magistral), {@code ◁think▷} (Kimi), {@code <|begin_of_thought|>}
 * (Sky-T1), and the channels of gpt-oss. The opening tag may be missing, since the chat templates
 * of DeepSeek-R1 and QwQ put it into the prompt.
 */
public final class SpokenText {
  private static final String WORD = "(?:seed:)?(?:think(?:ing)?|thoughts?|reasoning)";
  private static final Pattern TAG =
      Pattern.compile(
          "(?i)(<\\s*"
              + WORD
              + "\\s*>|\\[think]|◁think▷|<\\|begin_of_thought\\|>"
              + "|<\\|channel\\|>\\s*(?:analysis|commentary))"
              + "|<\\s*/\\s*"
              + WORD
              + "\\s*>|\\[/think]|◁/think▷|<\\|end_of_thought\\|>|<\\|channel\\|>\\s*final");

  private SpokenText() {}

  /** What is said; empty if thinking does not end, or nothing stands outside it. */
  public static Optional<String> of(String output) {
    StringBuilder spoken = new StringBuilder();
    boolean thinking = false;
    int from = 0;
    Matcher tag = TAG.matcher(output);
    while (tag.find()) {
      boolean opens = tag.group(1) != null;
      if (opens && !thinking) {
        spoken.append(output, from, tag.start());
      } else if (!opens && !thinking) {
        spoken.setLength(0); // all so far was thought: its opening tag is in the prompt
      }
      thinking = opens;
      from = tag.end();
    }
    spoken.append(output, from, output.length());
    return thinking || spoken.toString().isBlank()
        ? Optional.empty()
        : Optional.of(spoken.toString());
  }

  /** Why nothing is said in an output. */
  public static Unread silence(String output) {
    return output.isBlank() ? Unread.EMPTY : Unread.THINKING;
  }
}
