package org.prmlab.llm;

import java.util.List;

/**
 * One continuation of a prompt.
 *
 * @param text what was written after the prompt
 * @param end why it ends there
 * @param odds log-probabilities at some tokens of the text, where they were asked for and sent
 */
public record Completion(String text, End end, List<TokenOdds> odds) {
  public Completion {
    odds = List.copyOf(odds);
  }

  /** Without token probabilities. */
  public Completion(String text, End end) {
    this(text, end, List.of());
  }

  /** The same with token probabilities. */
  public Completion withOdds(List<TokenOdds> odds) {
    return new Completion(text, end, odds);
  }

  /** Why a completion ends. */
  public enum End {
    /** The model said so. */
    STOPPED,
    /** The text came at which the model was to be stopped; it is not part of the completion. */
    STOP_TEXT,
    /** The limit on new tokens came first, or the server broke it off. */
    CUT
  }
}
