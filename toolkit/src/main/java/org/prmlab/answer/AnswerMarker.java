package org.prmlab.answer;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a solution marks its final answer. Where a text has several markers, the one declared first
 * here counts; where it has one several times, the last.
 */
public enum AnswerMarker {
  /** {@code \boxed{...}} or {@code \fbox{...}}, nested braces included: the paper's prompt. */
  BOXED(BoxedAnswer::last),
  /** A heading {@code # Answer}, the answer below it: PRM800K. */
  HEADING(text -> last(text, "(?m)^#[ \\t]*Answer[ \\t]*:?[ \\t]*$\\s*(\\S[^\\n]*)")),
  /** {@code #### 18}: GSM8K's reference solutions. */
  HASHES(text -> last(text, "(?m)^\\s*####[ \\t]*(\\S[^\\n]*)")),
  /** "The answer is 18." or "final answer: 18". */
  SENTENCE(
      text ->
          last(
              text,
              "(?i)\\b(?:answer\\s+(?:is|are|was)|final\\s+answer)\\s*:?"
                  + "[ \\t]*(\\S.*?)(?=\\.?[ \\t]*(?:ки)?[ \\t]*(?:\\n|$)|\\.\\s)")),
  /** A line {@code A: 18}: GSM8K's model solutions. */
  LINE(text -> last(text, "(?m)^A:[ \\t]*(\\S[^\\n]*)"));

  private final Function<String, Optional<String>> finder;

  AnswerMarker(Function<String, Optional<String>> finder) {
    this.finder = finder;
  }

  /** The answer that this marker marks last in the text; empty if it marks none. */
  public Optional<String> find(String text) {
    return finder.apply(text).map(String::strip).filter(found -> !found.isEmpty());
  }

  private static Optional<String> last(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    Optional<String> found = Optional.empty();
    while (matcher.find()) {
      found = Optional.of(matcher.group(1));
    }
    return found;
  }
}
