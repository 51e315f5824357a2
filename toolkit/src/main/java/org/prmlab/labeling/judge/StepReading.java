package org.prmlab.labeling.judge;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one output of a PRM that writes says about one step.
 *
 * @param right its verdict; absent if it could not be read
 * @param probability of "right" at the token of the verdict, in [0, 1]; absent if the source tells
 *     none
 * @param fault why there is no verdict; absent if there is one
 */
public record StepReading(
    Optional<Boolean> right, OptionalDouble probability, Optional<Fault> fault) {

  /** Why a step has no verdict. */
  public enum Fault {
    /** The output is empty; reasoning may have come in a field of its own. */
    EMPTY,
    /** Thinking without end: what stands in it is no verdict. */
    THINKING,
    /** The limit on new tokens came before the verdict was final. */
    CUT_OFF,
    /** No box and no judgement with a word that means right or wrong. */
    NO_VERDICT,
    /** Other steps have verdicts, this one has none. */
    STEP_NOT_JUDGED,
    /** Verdicts without step numbers, and not as many as steps. */
    STEPS_UNCLEAR
  }

  static StepReading of(boolean right, OptionalDouble probability) {
    return new StepReading(Optional.of(right), probability, Optional.empty());
  }

  static StepReading of(Fault fault) {
    return new StepReading(Optional.empty(), OptionalDouble.empty(), Optional.of(fault));
  }
}
