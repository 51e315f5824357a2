package org.prmlab.search;

/**
 * A step that a policy proposes.
 *
 * @param text the step, not blank
 * @param last whether the solution ends with it
 * @param tokens what it took to write, at least 1
 */
public record NextStep(String text, boolean last, int tokens) {
  public NextStep {
    if (text.isBlank() || tokens < 1) {
      throw new IllegalArgumentException(
          "step '%s' of %d tokens; some text and at least one token expected"
              .formatted(text, tokens));
    }
  }
}
