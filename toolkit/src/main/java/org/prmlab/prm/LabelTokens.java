package org.prmlab.prm;

import org.prmlab.model.Head;

/**
 * The tokens by which a language model says that a step is right or wrong.
 *
 * @param plus token id of "right"; -1 in families with a head of their own
 * @param minus token id of "wrong"; -1 likewise
 */
public record LabelTokens(int plus, int minus) {
  /** For families with a head of their own. */
  public static final LabelTokens NONE = new LabelTokens(-1, -1);

  /** The language model's head at these two tokens. */
  Head head() {
    if (plus < 0 || minus < 0) {
      throw new IllegalArgumentException(
          "label tokens %d and %d; a language model needs the ids of + and - (plus_id, minus_id)"
              .formatted(plus, minus));
    }
    return Head.ofTokens(plus, minus);
  }
}
