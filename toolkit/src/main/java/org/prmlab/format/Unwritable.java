package org.prmlab.format;

import java.util.Optional;

/** A solution lacks what a format needs. The message is the part of a sentence after "it". */
public final class Unwritable extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Optional<ConversionChoice> choice;

  /** Says what is wrong with the solution and what to do. */
  public Unwritable(String problem) {
    super(problem);
    this.choice = Optional.empty();
  }

  Unwritable(String problem, ConversionChoice choice) {
    super(problem);
    this.choice = Optional.of(choice);
  }

  /** The choice that would help; empty if none would. */
  public Optional<ConversionChoice> choice() {
    return choice;
  }

  static <T> T unless(Optional<T> value, String what) throws Unwritable {
    return value.orElseThrow(() -> new Unwritable("does not say " + what));
  }
}
