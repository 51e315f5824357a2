package org.prmlab.notebook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.prmlab.report.Html;
import org.prmlab.report.View;

/**
 * A question that a reader answers before the result is shown. The answer is typed into the cell,
 * so it works in every kernel; it is compared with the result later, and no score is kept.
 *
 * <pre>{@code
 * var guess = Predict.choice("Which falls faster?", "F1", "Best-of-8", "both alike");
 * guess = guess.answer("F1");
 * ...
 * guess.compare("F1")
 * }</pre>
 */
public final class Predict {
  private static final MathContext DIGITS = new MathContext(4);

  private final String question;
  private final List<String> choices; // none for a number
  private final Optional<String> answer;

  private Predict(String question, List<String> choices, Optional<String> answer) {
    this.question = question;
    this.choices = choices;
    this.answer = answer;
  }

  /**
   * A question with answers to choose from.
   *
   * @throws IllegalArgumentException if there are fewer than two, or two are the same
   */
  public static Predict choice(String question, String... choices) {
    List<String> all = List.of(choices);
    if (all.size() < 2 || all.stream().distinct().count() < all.size()) {
      throw new IllegalArgumentException(
          "the question '%s' has the choices %s; two or more different ones expected"
              .formatted(question, all));
    }
    return new Predict(question, all, Optional.empty());
  }

  /** A question whose answer is a number. */
  public static Predict number(String question) {
    return new Predict(question, List.of(), Optional.empty());
  }

  /**
   * The same with what the reader commits to: the words of a choice or its number, from 1.
   *
   * @throws IllegalArgumentException if it is none of the choices
   */
  public Predict answer(String choice) {
    if (choices.isEmpty()) {
      throw new IllegalArgumentException(
          "'%s' asks for a number, found the text '%s'; write answer(50) without quotation marks"
              .formatted(question, choice));
    }
    return choices.stream()
        .filter(c -> c.equalsIgnoreCase(choice.strip()))
        .findFirst()
        .map(c -> new Predict(question, choices, Optional.of(c)))
        .orElseThrow(() -> unknown("'" + choice + "'"));
  }

  /**
   * The same with a number, or the number of a choice, from 1.
   *
   * @throws IllegalArgumentException if it is not finite, or there is no such choice
   */
  public Predict answer(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(
          number + " is no answer to '" + question + "'; a finite number expected");
    }
    if (choices.isEmpty()) {
      return new Predict(question, choices, Optional.of(exact(number)));
    }
    if (number != Math.rint(number) || number < 1 || number > choices.size()) {
      throw unknown(text(number));
    }
    return new Predict(question, choices, Optional.of(choices.get((int) number - 1)));
  }

  private IllegalArgumentException unknown(String found) {
    return new IllegalArgumentException(
        "%s is none of the choices %s; write one of them, or its number from 1 to %d"
            .formatted(found, choices, choices.size()));
  }

  /**
   * The answer beside what came out.
   *
   * @param choice one of the choices
   * @throws IllegalArgumentException if it is none of them
   */
  public View compare(String choice) {
    Predict outcome = new Predict(question, choices, Optional.empty()).answer(choice);
    String said = answer.orElse("");
    return beside(
        outcome.answer.orElseThrow(),
        said.equals(outcome.answer.orElseThrow()) ? ", as you said" : "");
  }

  /**
   * The number beside what came out, with how far they lie apart.
   *
   * @param value the result, in the unit of the question
   */
  public View compare(double value) {
    if (!choices.isEmpty()) {
      throw new IllegalArgumentException(
          "'%s' asks for one of %s, found the number %s; compare it with one of them"
              .formatted(question, choices, text(value)));
    }
    String apart =
        answer
            .map(a -> Double.parseDouble(a) - value)
            .map(
                d ->
                    d == 0
                        ? ", as you said"
                        : ", %s %s"
                            .formatted(
                                text(Math.abs(d)),
                                d > 0 ? "less than you said" : "more than you said"))
            .orElse("");
    return beside(text(value), apart);
  }

  private View beside(String outcome, String remark) {
    String said = answer.map(a -> "you said " + a).orElse("you have not said yet");
    String text =
        "%s%n%s; it is %s%s".formatted(question, said, outcome, remark).replace("\r\n", "\n");
    return View.ofText(text)
        .withHtml(
            "<div role=\"group\" aria-label=\"prediction and result\" style=\"border-left:4px solid rgba(127,127,127,0.5);padding:2px 12px\"><p>%s</p><p>%s; it is <b>%s</b>%s</p></div>"
                .formatted(
                    Html.escape(question),
                    Html.escape(said),
                    Html.escape(outcome),
                    Html.escape(remark)));
  }

  /** The question, what can be answered, and the answer once it is given. */
  View view() {
    StringBuilder html =
        new StringBuilder(
            "<div style=\"border-left:4px solid rgba(127,127,127,0.5);padding:2px 12px\"><p><b>Predict.</b> ");
    html.append(Html.escape(question)).append("</p>");
    if (!choices.isEmpty()) {
      html.append("<ol>");
      choices.forEach(c -> html.append("<li>").append(Html.escape(c)).append("</li>"));
      html.append("</ol>");
    }
    html.append("<p>").append(Html.escape(state())).append("</p></div>");
    return View.ofText(toString()).withHtml(html.toString());
  }

  private String state() {
    String how = choices.isEmpty() ? "a number" : "1 to " + choices.size();
    return answer
        .map(a -> "You said: " + a)
        .orElse("Put your answer, " + how + ", into answer(...) and run the cell.");
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Predict. ").append(question);
    for (int i = 0; i < choices.size(); i++) {
      text.append("\n  ").append(i + 1).append(". ").append(choices.get(i));
    }
    return text.append('\n').append(state()).toString();
  }

  /** As it was typed, so that no digit is lost. */
  private static String exact(double number) {
    String text = String.valueOf(number);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String text(double number) {
    BigDecimal rounded = new BigDecimal(number).round(DIGITS);
    return number == Math.rint(number)
        ? exact(number)
        : rounded.stripTrailingZeros().toPlainString();
  }
}
