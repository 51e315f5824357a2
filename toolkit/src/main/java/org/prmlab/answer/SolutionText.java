package org.prmlab.answer;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of what a model wrote.
 *
 * @param answer what counts: up to the mark of the end of its turn, behind its thinking
 * @param thinking what it thought, closed; empty if there is none
 */
record SolutionText(String answer, String thinking) {
  private static final Pattern TURN =
      Pattern.compile(
          "<\\|(?:im_end|im_start|endoftext|eot_id|end_of_text|end|assistant|user)\\|>|</s>"
              + "|<end_of_turn>|<｜end▁of▁sentence｜>");
  private static final Pattern LEADING_TURN =
      Pattern.compile("^\\s*(?:<s>\\s*)?<\\|(?:im_start|start_header_id)\\|>[^\\n]*\\n");
  private static final Pattern THOUGHT = Pattern.compile("</(?:think|thinking|thought)>");
  private static final Pattern THINKS = Pattern.compile("<(?:think|thinking|thought)>");
  private static final Pattern NEXT_PROBLEM =
      Pattern.compile("\\n\\s*[#*]*\\s*(?:Problem|Question|Exercise|Q)\\s*\\d*\\s*[:.]");

  /** One of these is in every match of the first two patterns. */
  private static final List<String> MARKS = List.of("<|", "</s>", "<end_of_turn>", "<｜");

  private static final List<String> NEXT_WORDS = List.of("Problem", "Exercise", "Q");

  static SolutionText of(String text) {
    String own = upToTurn(text);
    if (!own.contains("<t") && !own.contains("</t")) {
      return new SolutionText(own, "");
    }
    int thought = 0;
    Matcher closing = THOUGHT.matcher(own);
    while (closing.find()) {
      thought = closing.end();
    }
    Matcher opening = THINKS.matcher(own);
    int end = opening.find(thought) ? opening.start() : own.length();
    return new SolutionText(own.substring(thought, end), own.substring(0, thought));
  }

  private static String upToTurn(String text) {
    if (MARKS.stream().noneMatch(text::contains)) {
      return text;
    }
    String own = LEADING_TURN.matcher(text).replaceFirst("");
    Matcher turn = TURN.matcher(own);
    return turn.find() ? own.substring(0, turn.start()) : own;
  }

  /** The answer without the problems that a model invents and solves after its own. */
  String beforeNextProblem() {
    if (NEXT_WORDS.stream().noneMatch(answer::contains)) {
      return answer;
    }
    Matcher next = NEXT_PROBLEM.matcher(answer);
    return next.find() ? answer.substring(0, next.start()) : answer;
  }
}
