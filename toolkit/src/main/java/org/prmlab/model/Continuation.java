package org.prmlab.model;

import java.util.List;

/**
 * Tokens to be continued, several times over: n samples of one prompt, or rollouts from the
 * prefixes of one solution. What the samples share is computed once.
 *
 * @param starts what each sample continues, and with which randomness
 */
public record Continuation(TokenRow tokens, List<Start> starts) {
  /**
   * A sample to draw.
   *
   * @param length how many leading tokens it continues, at least 1
   * @param seed of its random numbers; the same seed gives the same tokens whatever else is drawn
   * @param state of the grammar it begins in, if there is one
   */
  public record Start(int length, long seed, int state) {
    public Start(int length, long seed) {
      this(length, seed, 1);
    }
  }

  public Continuation {
    starts = List.copyOf(starts);
    for (Start start : starts) {
      if (start.length() < 1 || start.length() > tokens.length()) {
        throw new IllegalArgumentException(
            "a sample continues %d of %d tokens; expected 1 to %d"
                .formatted(start.length(), tokens.length(), tokens.length()));
      }
    }
    if (starts.isEmpty()) {
      throw new IllegalArgumentException("no samples to draw; at least one needed");
    }
  }
}
