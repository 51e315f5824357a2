package org.prmlab.answer;

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

  static SolutionText of(String text) {
    String own = LEADING_TURN.matcher(text).replaceFirst("");
    Matcher turn = TURN.matcher(own);
    if (turn.find()) {
      own = own.substring(0, turn.start());
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

  /** The answer without the problems that a model invents and solves after its own. */
  String beforeNextProblem() {
    Matcher next = NEXT_PROBLEM.matcher(answer);
    return next.find() ? answer.substring(0, next.start()) : answer;
  }
}
