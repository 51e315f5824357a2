package org.prmlab.llm;

import java.util.List;
import java.util.Optional;

/**
 * The samples of one prompt.
 *
 * @param completions in order of their index; fewer than asked for only if some are missing
 * @param usage what they took; where an answer held other samples too, their share of it
 * @param missing why samples are missing; empty if none are
 */
public record Samples(List<Completion> completions, TokenUsage usage, Optional<String> missing) {
  public Samples {
    completions = List.copyOf(completions);
  }
}
