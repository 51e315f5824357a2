package org.prmlab.llm;

import java.util.List;

/**
 * What a model answered to one request.
 *
 * @param completions in the order they came
 * @param usage what they took; one answer
 */
public record ModelReply(List<Completion> completions, TokenUsage usage) {
  public ModelReply {
    completions = List.copyOf(completions);
  }
}
