package org.prmlab.labeling;

import java.util.Optional;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.CriticOutput;

/**
 * What was read from a judge's output.
 *
 * @param verdict absent if it could not be read
 * @param fault why not; absent if it was
 */
public record JudgeReading(Optional<Verdict> verdict, Optional<Fault> fault) {
  /** What makes an output unreadable. */
  public enum Fault {
    /** No conclusion, or neither Correct nor Incorrect in it. */
    NO_CONCLUSION,
    /** Incorrect, but nothing says where. */
    NO_ANALYSIS,
    /** The numbers of the analyses do not rise. */
    NUMBERS_DISORDERED,
    /** No box with an index of -1 or more. */
    NO_BOX,
    /** A paragraph that the solution does not have. */
    BEYOND_SOLUTION
  }

  static JudgeReading of(Verdict verdict) {
    return new JudgeReading(Optional.of(verdict), Optional.empty());
  }

  static JudgeReading of(Fault fault) {
    return new JudgeReading(Optional.empty(), Optional.of(fault));
  }

  /**
   * An error at a step, counted from 0, if the solution has it.
   *
   * @param steps of the solution
   */
  static JudgeReading errorAt(int step, int steps) {
    return step < 0 || step >= steps ? of(Fault.BEYOND_SOLUTION) : of(Verdict.errorAt(step));
  }

  static JudgeReading ofBox(String output, int steps) {
    return CriticOutput.read(output)
        .map(v -> v.hasError() ? errorAt(v.earliestError().orElseThrow(), steps) : of(v))
        .orElseGet(() -> of(Fault.NO_BOX));
  }
}
