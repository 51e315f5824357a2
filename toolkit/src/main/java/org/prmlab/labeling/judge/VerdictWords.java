package org.prmlab.labeling.judge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words by which a model says that a step is right or wrong, and where an output says so: in a
 * {@code \boxed}, or behind "Judgement:" and the like.
 *
 * @param right in lower case
 * @param wrong in lower case
 */
record VerdictWords(Set<String> right, Set<String> wrong) {
  VerdictWords {
    right = Set.copyOf(right);
    wrong = Set.copyOf(wrong);
  }

  private static final Pattern BOX = Pattern.compile("\\\\boxed\\s*\\{");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?im)(?:final\\s+)?(?:judge?ment|verdict)[\\s*_]*[:=][\\s*_$`\"']*"
              + "((?:not\\s+)?[a-z]+)[\\s*_$`\"'.!]*$");
  private static final Pattern MARKUP =
      Pattern.compile(
          "\\\\(?:textbf|textit|textrm|text|mathrm|mathbf|mathsf|operatorname)\\s*|[{}$*_`.!\"']");

  /**
   * A verdict somewhere in a text.
   *
   * @param at where its word begins, in characters
   */
  record Found(boolean isRight, int at) {}

  /** A model's own two words, besides those that nobody can mistake. */
  static VerdictWords of(String right, String wrong) {
    return new VerdictWords(
        with(right, "correct", "right"), with(wrong, "incorrect", "wrong", "not correct"));
  }

  private static Set<String> with(String own, String... plain) {
    Set<String> words = new HashSet<>(List.of(plain));
    words.add(own);
    return words;
  }

  /** Both kinds of words. */
  Set<String> all() {
    Set<String> all = new HashSet<>(right);
    all.addAll(wrong);
    return all;
  }

  /** The verdicts in boxes, in the order of the text; a box with anything else is none. */
  List<Found> boxed(String text) {
    List<Found> found = new ArrayList<>();
    Matcher box = BOX.matcher(text);
    while (box.find()) {
      int end = closing(text, box.end());
      String inside = end < 0 ? "" : text.substring(box.end(), end);
      meaning(inside).ifPresent(is -> found.add(new Found(is, wordAt(box.end(), inside))));
    }
    return found;
  }

  /** The last verdict of a text: in a box or, where no box has one, behind its name. */
  Optional<Found> last(String text) {
    List<Found> boxed = boxed(text);
    if (!boxed.isEmpty()) {
      return Optional.of(boxed.get(boxed.size() - 1));
    }
    Optional<Found> last = Optional.empty();
    Matcher named = NAMED.matcher(text);
    while (named.find()) {
      Optional<Boolean> is = meaning(named.group(1));
      int at = named.start(1);
      last = is.map(b -> new Found(b, at)).or(() -> Optional.empty());
    }
    return last;
  }

  private Optional<Boolean> meaning(String inside) {
    String word =
        MARKUP
            .matcher(inside)
            .replaceAll(" ")
            .strip()
            .replaceAll("\\s+", " ")
            .toLowerCase(Locale.ROOT);
    return right.contains(word)
        ? Optional.of(true)
        : wrong.contains(word) ? Optional.of(false) : Optional.empty();
  }

  /** Where the first letter of the word stands, behind markup. */
  private static int wordAt(int from, String inside) {
    Matcher markup = Pattern.compile("^(?:\\\\[a-z]+\\s*|[^\\p{L}\\\\])*").matcher(inside);
    return from + (markup.find() ? markup.end() : 0);
  }

  /** The brace that closes the one before {@code from}; negative if there is none. */
  private static int closing(String text, int from) {
    int depth = 1;
    for (int i = from; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
