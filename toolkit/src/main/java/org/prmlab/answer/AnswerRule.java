package org.prmlab.answer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * By what the final answer of a solution is found. The forms are those that the field's graders
 * know: Math-Verify, the Minerva and GSM8K tasks of lm-evaluation-harness, the evaluation of
 * Qwen2.5-Math, and the data of PRM800K.
 */
public enum AnswerRule {
  /** {@code <answer>18</answer>}, the closing tag missing where it was the stop text. */
  TAG(Strength.STRONG, AnnouncedAnswer::tagged),
  /**
   * {@code \boxed{...}} or {@code \fbox{...}}, nested braces included: the paper's prompt. Several
   * boxes in one sentence are a list; an empty box is none.
   */
  BOXED(Strength.STRONG, BoxedAnswer::marks),
  /**
   * "Final Answer: 18", "The final answer is $18$. I hope it is correct.", "Answer: 18" at the
   * begin of a line, 最终答案, also set in bold or with the answer on the next line.
   */
  FINAL_ANSWER(Strength.STRONG, AnnouncedAnswer::finals),
  /** A heading {@code # Answer}, the answer below it: PRM800K. */
  HEADING(Strength.STRONG, AnnouncedAnswer::headings),
  /** {@code #### 18}: GSM8K's reference solutions. */
  HASHES(Strength.STRONG, AnnouncedAnswer::hashes),
  /** "The answer is 18", 答案是18, 故答案为18. */
  SENTENCE(Strength.WEAK, AnnouncedAnswer::sentences),
  /** A line {@code A: 18}, as GSM8K's model solutions have it, or 答：18. */
  LINE(Strength.WEAK, AnnouncedAnswer::lines),
  /** Nothing names it: the last formula, or what stands in bold, at the end of the solution. */
  LAST_FORMULA(Strength.FALLBACK, LastValue::formulas),
  /** Nothing names it: the last number at the end of the solution. */
  LAST_NUMBER(Strength.FALLBACK, LastValue::numbers);

  /** What counts where several rules find an answer: the stronger one; of equals the last. */
  enum Strength {
    STRONG,
    WEAK,
    FALLBACK
  }

  private final Strength strength;
  private final Function<String, List<Mark>> finder;

  AnswerRule(Strength strength, Function<String, List<Mark>> finder) {
    this.strength = strength;
    this.finder = finder;
  }

  /**
   * A place where a text gives an answer.
   *
   * @param start where it begins
   * @param text the answer, not blank
   */
  record Mark(int start, String text) {}

  /**
   * Whether it takes a value that the solution does not call its answer: of a solution that was cut
   * off it may be a step on the way.
   */
  public boolean isFallback() {
    return strength == Strength.FALLBACK;
  }

  Strength strength() {
    return strength;
  }

  /** The answer that this rule alone finds; empty if it finds none. */
  public Optional<String> find(String text) {
    return last(text).map(Mark::text);
  }

  Optional<Mark> last(String text) {
    return finder.apply(text).stream()
        .filter(m -> !m.text().isBlank())
        .map(m -> new Mark(m.start(), m.text().strip()))
        .max(Comparator.comparingInt(Mark::start));
  }
}
