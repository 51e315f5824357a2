package org.prmlab.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prmlab.data.Verdict;

/**
 * What a language model that was asked for the first wrong paragraph answers, as ProcessBench reads
 * it: the last {@code \boxed} holds the index counted from 0, or -1 for no error. The paragraph may
 * be named in words around the number; what the model only thinks is left out.
 *
 * @see <a href="https://arxiv.org/abs/2412.06559">ProcessBench, appendix: critic prompt</a>
 */
public final class CriticOutput {
  private static final int NO_ERROR = -1;
  private static final Pattern INDEX =
      Pattern.compile(
          "(?:the )?(?:first |earliest )?(?:(?:incorrect|wrong|erroneous|error|faulty) )?"
              + "(?:(?:paragraph|para|step|index|idx|error|p)(?: (?:index|number|no\\.?))?)?"
              + "[ _:=#]*(?:is )?(-?\\d{1,9})(?:\\.0*)?");
  private static final Pattern CHINESE =
      Pattern.compile("(?:第|段落|步骤|索引)[ _:=]*(-?\\d{1,9}) ?个?(?:段落?|步骤?)?");
  private static final Pattern HYPHENATED = Pattern.compile("[a-z]+-(\\d{1,9})");
  private static final Pattern NONE = Pattern.compile("(?:none|no (?:error|mistake)s?)\\.?");

  private CriticOutput() {}

  /** What one output says, whatever the number of steps. */
  public static CriticReading read(String output) {
    return SpokenText.of(output)
        .map(
            spoken ->
                CriticBox.last(spoken)
                    .map(CriticOutput::index)
                    .orElse(CriticReading.of(Unread.NO_BOX)))
        .orElseGet(() -> CriticReading.of(SpokenText.silence(output)));
  }

  /** What several outputs say. */
  public static CriticVotes votes(List<String> outputs) {
    return new CriticVotes(outputs.stream().map(CriticOutput::read).toList());
  }

  private static CriticReading index(String boxed) {
    if (NONE.matcher(boxed).matches()) {
      return CriticReading.of(Verdict.allCorrect());
    }
    return number(boxed)
        .map(
            index ->
                index < NO_ERROR
                    ? CriticReading.of(Unread.BEYOND_SOLUTION)
                    : CriticReading.of(
                        index == NO_ERROR ? Verdict.allCorrect() : Verdict.errorAt(index)))
        .orElseGet(() -> CriticReading.of(Unread.NO_INDEX));
  }

  private static Optional<Integer> number(String boxed) {
    Matcher hyphenated = HYPHENATED.matcher(boxed);
    if (hyphenated.matches()) { // paragraph-2; but paragraph-1 may mean 1 or none
      return Optional.of(Integer.parseInt(hyphenated.group(1))).filter(i -> i != 1);
    }
    for (Pattern pattern : List.of(INDEX, CHINESE)) {
      Matcher matcher = pattern.matcher(boxed);
      if (matcher.matches()) {
        return Optional.of(Integer.parseInt(matcher.group(1)));
      }
    }
    return Optional.empty();
  }
}
