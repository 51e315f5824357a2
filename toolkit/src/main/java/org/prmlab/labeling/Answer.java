package org.prmlab.labeling;

import java.util.List;

/**
 * What a model answered to one request.
 *
 * @param completions in the order they came
 * @param usage what they took; one answer
 */
public record Answer(List<Completion> completions, TokenUsage usage) {
  public Answer {
    completions = List.copyOf(completions);
  }
}
