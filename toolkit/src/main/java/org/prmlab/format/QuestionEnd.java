package org.prmlab.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the question ends in a text that holds the question and the first step. */
public final class QuestionEnd {
  private static final List<String> FIELDS = List.of("problem", "question", "prompt", "query");
  private static final int KEY = 24; // characters by which questions are looked up

  private static final Pattern MARK = Pattern.compile("(?s)(.*\\S)\\s+(Step 1:.*)");
  private static final Pattern HEADING =
      Pattern.compile(
          "(?s)(.*\\S)\\s*\\n"
              + "#* ?\\**(?:Solution(?: Process)?|Answer|Response)\\**:\\**\\s+(\\S.*)");
  private static final Pattern FIRST_HEADING =
      Pattern.compile("^#* ?\\**(?:Question|Problem)\\**:\\**\\s+(?=\\S)");
  private static final Pattern BLANK_LINE = Pattern.compile("\\n\\s*\\n");

  private final Optional<String> end;
  private final Map<String, List<String>> questions;

  private QuestionEnd(Optional<String> end, Map<String, List<String>> questions) {
    this.end = end;
    this.questions = questions;
  }

  /**
   * A text taken apart.
   *
   * @param question without blanks around it, nor a heading such as {@code Question:}
   * @param rest the first step, or all of them
   */
  record Parts(String question, String rest) {}

  /**
   * Before the mark {@code Step 1:}, a heading such as {@code Solution:}, or the only blank line.
   */
  public static QuestionEnd marked() {
    return new QuestionEnd(Optional.empty(), Map.of());
  }

  /**
   * After a text, at its first place; the text belongs to the question.
   *
   * @param end in which {@code \n} and {@code \t} stand for a line break and a tab
   */
  public static QuestionEnd after(String end) {
    if (end.isEmpty()) {
      throw new IllegalArgumentException("a question that ends with nothing; a text needed");
    }
    return new QuestionEnd(Optional.of(end.replace("\\n", "\n").replace("\\t", "\t")), Map.of());
  }

  /** After one of these questions, the longest that fits. */
  public static QuestionEnd of(List<String> questions) {
    Map<String, List<String>> byBeginning = new HashMap<>();
    questions.stream()
        .map(String::strip)
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .forEach(q -> byBeginning.computeIfAbsent(key(q), k -> new ArrayList<>()).add(q));
    return new QuestionEnd(Optional.empty(), byBeginning);
  }

  /**
   * The questions of a file: the field problem, question, prompt or query of its records.
   *
   * @throws FormatException if the file cannot be read, or a record has no such field
   */
  public static QuestionEnd read(Path file) {
    List<String> questions = new ArrayList<>();
    RecordFile.forEach(file, record -> questions.add(question(record)));
    return of(questions);
  }

  private static String question(JsonRecord record) {
    return FIELDS.stream()
        .filter(record::has)
        .findFirst()
        .map(record::filledText)
        .orElseThrow(
            () ->
                record.fault(
                    "problem", "is missing; expected problem, question, prompt or query: text"));
  }

  private static String key(String question) {
    return question.substring(0, Math.min(KEY, question.length()));
  }

  /** Whether it finds the end only by marks that a text may lack. */
  boolean isMarked() {
    return end.isEmpty() && questions.isEmpty();
  }

  /** Empty if the end is not found. */
  Optional<Parts> split(String text) {
    Optional<Parts> parts = isMarked() ? byMark(text) : byKnown(text.strip());
    return parts.filter(p -> !p.question().isBlank() && !p.rest().isBlank());
  }

  private Optional<Parts> byKnown(String text) {
    if (end.isPresent()) {
      int at = text.indexOf(end.get());
      return at < 0 ? Optional.empty() : Optional.of(parts(text, at + end.get().length()));
    }
    for (int length = Math.min(KEY, text.length()); length > 0; length--) {
      for (String question : questions.getOrDefault(text.substring(0, length), List.of())) {
        if (text.startsWith(question)) {
          return Optional.of(parts(text, question.length()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Parts> byMark(String text) {
    for (Pattern pattern : List.of(MARK, HEADING)) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.matches()) {
        return Optional.of(new Parts(withoutHeading(matcher.group(1)), matcher.group(2)));
      }
    }
    Matcher blank = BLANK_LINE.matcher(text.strip());
    if (!blank.find()) {
      return Optional.empty();
    }
    Parts parts = parts(text.strip(), blank.end());
    return blank.find() ? Optional.empty() : Optional.of(parts);
  }

  private static Parts parts(String text, int at) {
    return new Parts(withoutHeading(text.substring(0, at)), text.substring(at).strip());
  }

  private static String withoutHeading(String question) {
    return FIRST_HEADING.matcher(question.strip()).replaceFirst("").strip();
  }
}
