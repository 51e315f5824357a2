package org.prmlab.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prmlab.answer.AnswerRule.Mark;

/** Answers that words or signs announce; what is announced is read by {@link AnswerPhrase}. */
final class AnnouncedAnswer {
  private static final String DECORATION = "[\\s>*_#✅☑✔:-]*";

  /** What stands before "answer:" in its line: {@link #DECORATION}, and words for "the answer". */
  private static final String LEAD = " \t\n\u000B\f\r>*_#✅☑✔:-themycorrectso";

  static final WordSearch TAGGED =
      search("(?is)<answer>(.*?)(?:</answer>|$(?!\\n))", "<answer>").withSigns("<");
  static final WordSearch FINAL =
      search(
              "(?im)\\bfinal\\s+answer\\b(?:[^\\n.:：]{0,80}?(?:\\b(?:is|are|equals)\\b|[:：=])"
                  + "|[*_)\\s]*$)"
                  + "|^"
                  + DECORATION
                  + "(?:(?:the|my|correct|so)\\s+)*(?:ans(?:wer)?\\.?|solution is)"
                  + "[*_]*\\s*[:：]"
                  + "|最终答案\\s*(?:应该?)?\\s*(?:是|为|等于|[:：])",
              "final",
              "ans",
              "solution is",
              "最终答案")
          .withLead(LEAD);
  static final WordSearch HEADING =
      search("(?im)^\\s*(?:#+\\s*\\**|\\*\\*\\s*)answer\\s*:?\\s*\\**\\s*:?\\s*$", "answer")
          .withLead(LEAD)
          .withSigns("#", "**");
  private static final Pattern HASHES = Pattern.compile("(?m)^\\s*####[ \\t]*(\\S[^\\n]*)$");
  static final WordSearch SENTENCE =
      search(
          "(?i)\\b(?:answer|correct\\s+(?:option|choice)|(?:option|choice))(?:\\s+to\\s+[^\\n"
              + ".]{0,80}?)?\\s*(?:\\*\\*)?\\s*(?:\\b(?:is|are|was|equals)\\b|[:：=])"
              + "|答案\\s*(?:应该?|就)?\\s*(?:是|为|等于|[:：])|故选\\s*[:：]?",
          "answer",
          "correct",
          "option",
          "choice",
          "答案",
          "故选");
  private static final Pattern LINE = Pattern.compile("(?m)^A:|^\\s*答\\s*[:：]");

  /** GSM8K's number behind the hashes; a heading of that depth counts its steps otherwise. */
  private static final Pattern BARE_VALUE =
      Pattern.compile(
          "[-+−]?\\s*[$€£¥\\\\]*\\s*[\\d.,]*\\d(?:\\s*(?:/\\s*\\d+|\\\\?%|[\\p{L}°]+))?\\.?");

  private static final Pattern CHOICES = Pattern.compile("\\n\\s*B:");

  private AnnouncedAnswer() {}

  private static WordSearch search(String pattern, String... words) {
    return WordSearch.of(Pattern.compile(pattern), words);
  }

  static List<Mark> tagged(String text) {
    List<Mark> marks = new ArrayList<>();
    WordSearch.Matches matcher = TAGGED.in(text);
    while (matcher.next()) {
      String inside = matcher.group(1).strip();
      String phrase = AnswerPhrase.strong(inside, 0).orElse(inside);
      marks.add(
          new Mark(matcher.start(), inside.contains("\n\n") ? phrase : whole(inside, phrase)));
    }
    return marks;
  }

  /** Inside a tag all is the answer, unless it is prose around one. */
  private static String whole(String inside, String phrase) {
    return AnswerPhrase.isProse(inside) || inside.contains("\\boxed") ? phrase : inside;
  }

  static List<Mark> finals(String text) {
    return announced(text, FINAL, true);
  }

  static List<Mark> headings(String text) {
    return announced(text, HEADING, true);
  }

  static List<Mark> sentences(String text) {
    return announced(text, SENTENCE, false);
  }

  static List<Mark> lines(String text) {
    if (!text.contains("A:") && text.indexOf('答') < 0) {
      return List.of();
    }
    Matcher matcher = LINE.matcher(text);
    List<Mark> marks = new ArrayList<>();
    while (matcher.find()) {
      if (!CHOICES.matcher(text).find(matcher.end())) {
        AnswerPhrase.strong(text, matcher.end())
            .ifPresent(found -> marks.add(new Mark(matcher.start(), found)));
      }
    }
    return marks;
  }

  static List<Mark> hashes(String text) {
    if (!text.contains("####")) {
      return List.of();
    }
    List<Mark> marks = new ArrayList<>();
    Matcher matcher = HASHES.matcher(text);
    while (matcher.find()) {
      String line = matcher.group(1).strip();
      boolean last = text.substring(matcher.end()).isBlank();
      if (BARE_VALUE.matcher(line).matches() || (last && !line.endsWith(":"))) {
        String value = AnswerPhrase.strong(line, 0).orElse(line);
        marks.add(new Mark(matcher.start(), AnswerPhrase.isProse(line) ? value : line));
      }
    }
    return marks;
  }

  private static List<Mark> announced(String text, WordSearch announcement, boolean strong) {
    List<Mark> marks = new ArrayList<>();
    WordSearch.Matches matcher = announcement.in(text);
    while (matcher.next()) {
      int start = matcher.start();
      var found =
          strong
              ? AnswerPhrase.strong(text, matcher.end())
              : AnswerPhrase.weak(text, matcher.end());
      found.ifPresent(answer -> marks.add(new Mark(start, answer)));
    }
    return marks;
  }
}
