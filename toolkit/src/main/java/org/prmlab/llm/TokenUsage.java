package org.prmlab.llm;

/**
 * What completions took.
 *
 * @param answers how many answers of a model, each with one or several samples
 * @param promptTokens tokens read
 * @param completionTokens tokens written
 */
public record TokenUsage(long answers, long promptTokens, long completionTokens) {
  /** Nothing. */
  public static TokenUsage none() {
    return new TokenUsage(0, 0, 0);
  }

  /** Both together. */
  public TokenUsage plus(TokenUsage other) {
    return new TokenUsage(
        answers + other.answers,
        promptTokens + other.promptTokens,
        completionTokens + other.completionTokens);
  }

  /** Tokens read and written. */
  public long tokens() {
    return promptTokens + completionTokens;
  }
}
