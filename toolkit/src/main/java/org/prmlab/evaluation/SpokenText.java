package org.prmlab.evaluation;

import java.util.ArrayList;
import java.util.List;
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

  /**
   * What is said and what is thought, each at its place: as long as the output, with blanks for the
   * other.
   *
   * @param ends whether all thinking ends
   */
  public record InPlace(String spoken, String thought, boolean ends) {}

  /** What is said; empty if thinking does not end, or nothing stands outside it. */
  public static Optional<String> of(String output) {
    StringBuilder spoken = new StringBuilder();
    List<int[]> spans = spans(output);
    spans.forEach(span -> spoken.append(output, span[0], span[1]));
    return !ends(output) || spoken.toString().isBlank()
        ? Optional.empty()
        : Optional.of(spoken.toString());
  }

  /** An output taken apart without moving a character. */
  public static InPlace inPlace(String output) {
    StringBuilder spoken = new StringBuilder(" ".repeat(output.length()));
    StringBuilder thought = new StringBuilder(output);
    for (int[] span : spans(output)) {
      spoken.replace(span[0], span[1], output.substring(span[0], span[1]));
      thought.replace(span[0], span[1], " ".repeat(span[1] - span[0]));
    }
    return new InPlace(spoken.toString(), thought.toString(), ends(output));
  }

  private static boolean ends(String output) {
    boolean ends = true;
    Matcher tag = TAG.matcher(output);
    while (tag.find()) {
      ends = tag.group(1) == null;
    }
    return ends;
  }

  /** Begin and end of what stands outside of thinking. */
  private static List<int[]> spans(String output) {
    List<int[]> spans = new ArrayList<>();
    boolean thinking = false;
    int from = 0;
    Matcher tag = TAG.matcher(output);
    while (tag.find()) {
      boolean opens = tag.group(1) != null;
      if (opens && !thinking) {
        spans.add(new int[] {from, tag.start()});
      } else if (!opens && !thinking) {
        spans.clear(); // all so far was thought: its opening tag is in the prompt
      }
      thinking = opens;
      from = tag.end();
    }
    spans.add(new int[] {from, output.length()});
    return spans;
  }

  /** Why nothing is said in an output. */
  public static Unread silence(String output) {
    return output.isBlank() ? Unread.EMPTY : Unread.THINKING;
  }
}
