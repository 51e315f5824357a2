package org.prmlab.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.prmlab.answer.AnswerRule.Mark;

/** The content of {@code \boxed}, with its braces matched instead of cut at the first one. */
final class BoxedAnswer {
  /**
   * A backspace stands where a careless writer let JSON read the {@code \b} of {@code \boxed} as an
   * escape; the answer behind it is the same.
   */
  static final WordSearch OPENING =
      WordSearch.of(
              Pattern.compile(
                  "(?:\\\\boxed|\\\\fbox|\\x08oxed)(?:\\s*\\{|\\s*(?=[\\d\\\\])|\\s+(?=[^\\s{]))"),
              "\\boxed",
              "\\fbox",
              "\boxed")
          .withSigns("oxed", "\\fbox");

  /** What ends a sentence, or takes back what was said before. */
  private static final Pattern BREAK =
      Pattern.compile(
          "[.!?。！？]\\s|\\n\\s*\\n|\\n\\s*(?=[^\\s\\\\$,;&]{2,})|[。！？]"
              + "|\\b(?:no|not|wait|but|instead|rather|actually|sorry|correction|simplif\\w*"
              + "|which|that is|i\\.e|equivalent\\w*|or just|so|then|hence|thus|therefore"
              + "|because|since|from)\\b",
          Pattern.CASE_INSENSITIVE);

  /** The second box is the first one, written in another way. */
  private static final Pattern SAME_AGAIN =
      Pattern.compile("^[\\s$\\\\)(]*(?:=|\\\\approx|\\\\equiv|≈)");

  private BoxedAnswer() {}

  /** A box: from where to where, and what it holds. */
  private record Box(int start, int end, String content) {}

  /** The boxes that hold something, those of one sentence as one list. */
  static List<Mark> marks(String text) {
    List<Mark> marks = new ArrayList<>();
    List<String> group = new ArrayList<>();
    int end = -1;
    for (Box box : boxes(text)) {
      if (end >= 0 && isNewAnswer(text.substring(end, Math.max(end, box.start())))) {
        group.clear();
      }
      if (!group.isEmpty()) {
        marks.remove(marks.size() - 1);
      }
      if (!group.contains(box.content())) {
        group.add(box.content());
      }
      marks.add(new Mark(box.start(), String.join(", ", group)));
      end = box.end();
    }
    return marks;
  }

  private static boolean isNewAnswer(String between) {
    return BREAK.matcher(between + " ").find() || SAME_AGAIN.matcher(between).find();
  }

  /** Innermost boxes that are closed; a text cut off inside a box may still hold earlier ones. */
  private static List<Box> boxes(String text) {
    List<Box> boxes = new ArrayList<>();
    WordSearch.Matches matcher = OPENING.in(text);
    int from = 0;
    while (matcher.nextFrom(from)) {
      boolean braced = text.charAt(matcher.end() - 1) == '{';
      int end = braced ? closing(text, matcher.end()) : wordEnd(text, matcher.end());
      from = matcher.end();
      String content = end < 0 ? "" : text.substring(matcher.end(), end);
      if (!content.isBlank() && !OPENING.in(content).next()) {
        int after = text.startsWith("}", end) ? end + 1 : end;
        boxes.add(new Box(matcher.start(), after, content));
        from = end;
      }
    }
    return boxes;
  }

  /**
   * The place of the brace that closes the one before {@code start}, or of the end of the formula
   * that a writer closed without it; -1 if neither comes.
   */
  private static int closing(String text, int start) {
    int depth = 1;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(i + 1);
        if (depth == 1 && (next == ')' || next == ']') && !text.startsWith("\\\\", i - 1)) {
          return i;
        }
        i++; // \{ and \} are characters of the answer
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i;
      } else if (c == '$' && depth == 1 && text.indexOf('}', i) < 0) {
        return i;
      }
    }
    return -1;
  }

  /**
   * {@code \boxed 5} and {@code \boxed\frac12}: the characters up to white space or a dollar sign.
   */
  private static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length()
        && !Character.isWhitespace(text.charAt(end))
        && text.charAt(end) != '$') {
      end++;
    }
    return text.startsWith(".", end - 1) && end > start + 1 ? end - 1 : end;
  }
}
