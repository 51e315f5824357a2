package org.prmlab.prm;

import java.util.List;
import java.util.stream.IntStream;
import org.prmlab.data.Solution;
import org.prmlab.model.TokenRow;
import org.prmlab.model.text.ChatMessage;
import org.prmlab.model.text.ChatTemplate.Ending;
import org.prmlab.model.text.ModelText;
import org.prmlab.model.text.TextTokenizer;

/**
 * How a step-token PRM is fed: the whole text, tokenized as one.
 *
 * @param token the step token
 * @param layout a text with {@code {problem}} and {@code {steps}}, or {@code chat}
 * @param step a text with {@code {step}} and perhaps {@code {number}}
 */
record StepTokenInput(TokenName token, String layout, String step) {
  static final String CHAT = "chat";
  static final String LAYOUT = "{problem} {steps}";
  static final String STEP = "{step}";

  TokenRow encode(Solution solution, ModelText text) {
    TextTokenizer tokenizer = text.tokenizer();
    int marker = token.id(tokenizer);
    String steps = steps(solution.steps(), token.text(tokenizer));
    var tokens = new SolutionTokens();
    if (layout.equals(CHAT)) {
      List<ChatMessage> messages =
          List.of(ChatMessage.user(solution.problem().text()), ChatMessage.assistant(steps));
      add(tokens, tokenizer.encode(text.render(messages, Ending.COMPLETE)), marker);
    } else {
      text.firstToken().ifPresent(first -> tokens.add(tokenizer.id(first)));
      String whole = filled(layout, "{problem}", solution.problem().text(), "{steps}", steps);
      add(tokens, tokenizer.encode(whole), marker);
    }
    requireOwnMarkersOnly(solution, tokenizer, marker);
    return tokens.row();
  }

  private static void add(SolutionTokens tokens, int[] ids, int marker) {
    for (int id : ids) {
      tokens.add(id);
      if (id == marker) {
        tokens.read();
      }
    }
  }

  private String steps(List<String> steps, String marker) {
    String written = step.contains(marker) ? step : step + marker;
    var text = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      text.append(filled(written, "{step}", steps.get(i), "{number}", Integer.toString(i + 1)));
    }
    return text.toString();
  }

  /** The template with both values in their places; what stands in a value is left as it is. */
  private static String filled(
      String template, String first, String value, String second, String other) {
    var text = new StringBuilder();
    int at = 0;
    while (at < template.length()) {
      if (template.startsWith(first, at)) {
        text.append(value);
        at += first.length();
      } else if (template.startsWith(second, at)) {
        text.append(other);
        at += second.length();
      } else {
        text.append(template.charAt(at++));
      }
    }
    return text.toString();
  }

  /** A marker in the text and one that melted into its neighbours would count as right together. */
  private static void requireOwnMarkersOnly(
      Solution solution, TextTokenizer tokenizer, int marker) {
    boolean inStep =
        solution.steps().stream()
            .flatMapToInt(step -> IntStream.of(tokenizer.encode(step)))
            .anyMatch(id -> id == marker);
    boolean inProblem =
        IntStream.of(tokenizer.encode(solution.problem().text())).anyMatch(id -> id == marker);
    if (inStep || inProblem) {
      throw new IllegalArgumentException(
          "solution '%s' holds the step token itself in %s; leave it out"
              .formatted(solution.id(), inStep ? "a step" : "its problem"));
    }
  }
}
