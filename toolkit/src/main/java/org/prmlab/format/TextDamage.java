package org.prmlab.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Solution;

/**
 * Traces that a faulty writer leaves in a string. Half a surrogate pair makes a record bad. A
 * control character, such as a JSON reader makes of an unescaped {@code \\b} in {@code \\boxed} or
 * {@code \\f} in {@code \\frac}, is kept and counted: published files have them.
 */
final class TextDamage {
  /** What follows a tab or carriage return that was the beginning of a LaTeX command. */
  private static final Map<Character, List<String>> REST_OF_COMMAND =
      Map.of(
          '\t', List.of("imes", "ext", "heta", "frac", "an ", "an(", "riangle"),
          '\r', List.of("ight", "angle", "ho"));

  private TextDamage() {}

  /** What makes {@code text} unreadable, as the predicate of a sentence; empty if nothing does. */
  static Optional<String> in(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (!isPair(text, i)) {
          return Optional.of(
              "holds half of a surrogate pair (U+%04X) at character %d; write the text as UTF-8"
                  .formatted((int) c, i));
        }
        i++;
      }
    }
    return Optional.empty();
  }

  /** The first control character in a solution's texts that no text means, in words. */
  static Optional<String> controlIn(LabeledSolution labeled) {
    Solution solution = labeled.solution();
    Optional<String> found =
        control(solution.problem().text()).map(words -> words + " in the problem");
    for (int i = 0; found.isEmpty() && i < solution.steps().size(); i++) {
      int step = i;
      found = control(solution.steps().get(i)).map(words -> words + " in step " + (step + 1));
    }
    return found
        .or(() -> solution.problem().answer().flatMap(TextDamage::control))
        .or(() -> solution.finalAnswer().flatMap(TextDamage::control));
  }

  private static Optional<String> control(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\n' && !isBlank(text, i)) {
        String rest = Excerpt.of(text.substring(i + 1, Math.min(i + 9, text.length())));
        return Optional.of("U+%04X before '%s'".formatted((int) c, rest));
      }
    }
    return Optional.empty();
  }

  private static boolean isBlank(String text, int at) {
    List<String> commands = REST_OF_COMMAND.get(text.charAt(at));
    return commands != null && commands.stream().noneMatch(c -> text.startsWith(c, at + 1));
  }

  private static boolean isPair(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        && at + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(at + 1));
  }
}
