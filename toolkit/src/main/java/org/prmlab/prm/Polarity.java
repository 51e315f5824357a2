package org.prmlab.prm;

import java.util.Locale;
import java.util.Set;

/** Names of classes and tokens that say by themselves whether they mean "right" or "wrong". */
final class Polarity {
  private static final Set<String> GOOD =
      Set.of("correct", "right", "good", "positive", "true", "yes", "+", "1");
  private static final Set<String> BAD =
      Set.of("incorrect", "wrong", "bad", "negative", "false", "no", "-", "0", "-1");

  private Polarity() {}

  static boolean isGood(String name) {
    return GOOD.contains(name.strip().toLowerCase(Locale.ROOT));
  }

  static boolean isBad(String name) {
    return BAD.contains(name.strip().toLowerCase(Locale.ROOT));
  }
}
