package org.prmlab.labeling.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.prmlab.data.Solution;
import org.prmlab.llm.PromptText;
import org.prmlab.model.text.ChatMessage;

/**
 * PRMs that write their verdicts: what they are asked, in our words and in the shape they were
 * trained on, and which words are verdicts.
 */
public enum VerdictFamily {
  /**
   * GenPRM (arXiv 2504.00891): a conversation in which the user says the paragraphs one by one, the
   * question before the first, and the model answers each with an analysis and {@code \boxed{Yes}}
   * or {@code \boxed{No}}. Its own loop runs the Python that the model writes; ours does not.
   */
  GENPRM("prm-genprm.txt", VerdictWords.of("yes", "no")),
  /**
   * ThinkPRM (arXiv 2504.16828): one question about the whole solution; a check of each step ends
   * with {@code \boxed{correct}} or {@code \boxed{incorrect}}.
   */
  THINKPRM("prm-thinkprm.txt", VerdictWords.of("correct", "incorrect")),
  /**
   * StepWiser (arXiv 2508.19229, Table 3): a question for each step, with those before it; {@code
   * \boxed{Positive}} or {@code \boxed{Negative}}.
   */
  STEPWISER("prm-stepwiser.txt", VerdictWords.of("positive", "negative"));

  private final String resource;
  private final VerdictWords words;

  VerdictFamily(String resource, VerdictWords words) {
    this.resource = resource;
    this.words = words;
  }

  /** The family of this name; empty if there is none. */
  public static Optional<VerdictFamily> named(String name) {
    return Arrays.stream(values()).filter(f -> f.word().equals(name)).findFirst();
  }

  /** All names, for messages. */
  public static String names() {
    return Arrays.stream(values()).map(VerdictFamily::word).collect(Collectors.joining(", "));
  }

  /** Name on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The words that are verdicts, in lower case. */
  public Set<String> words() {
    return words.all();
  }

  VerdictOutput reader() {
    return new VerdictOutput(words);
  }

  /** Whether one output is about all steps. */
  boolean isAboutAllSteps() {
    return this == THINKPRM;
  }

  /** Whether the prompt about a step holds the outputs about those before it. */
  boolean readsItsOwnOutputs() {
    return this == GENPRM;
  }

  /**
   * What is asked about a step.
   *
   * @param step counted from 0; 0 where one output is about all steps
   * @param outputs about the steps before it; empty in families that do not read them
   */
  List<ChatMessage> messages(Solution solution, int step, List<String> outputs) {
    return switch (this) {
      case GENPRM -> conversation(solution, step, outputs);
      case THINKPRM ->
          question(
              Map.of("problem", solution.problem().text(), "solution", numbered(solution.steps())));
      case STEPWISER ->
          question(
              Map.of(
                  "problem",
                  solution.problem().text(),
                  "history",
                  String.join("\n\n", solution.steps().subList(0, step)),
                  "chunk",
                  solution.steps().get(step)));
    };
  }

  private List<ChatMessage> question(Map<String, String> values) {
    PromptText wording = PromptText.resource(resource, values.keySet().toArray(new String[0]));
    return List.of(ChatMessage.user(wording.fill(values).strip()));
  }

  private List<ChatMessage> conversation(Solution solution, int step, List<String> outputs) {
    List<ChatMessage> messages = new ArrayList<>();
    messages.add(ChatMessage.system(PromptText.resource(resource).text().strip()));
    String question = "Question: " + solution.problem().text() + "\n\n";
    for (int i = 0; i <= step; i++) {
      messages.add(ChatMessage.user((i == 0 ? question : "") + solution.steps().get(i)));
      if (i < step) {
        messages.add(ChatMessage.assistant(outputs.get(i)));
      }
    }
    return messages;
  }

  /** One line a step, each with its number unless it begins with it. */
  private static String numbered(List<String> steps) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      String number = "Step " + (i + 1) + ":";
      lines.add(steps.get(i).startsWith(number) ? steps.get(i) : number + " " + steps.get(i));
    }
    return String.join("\n", lines);
  }
}
