package org.prmlab.training;

import java.time.Duration;
import java.util.Optional;

/** Hears how far a training run is; a page or a terminal shows it. */
@FunctionalInterface
public interface TrainingProgress {
  /** Nobody listens. */
  static TrainingProgress silent() {
    return state -> {};
  }

  /** Called after every step. */
  void update(State state);

  /**
   * How far a run is.
   *
   * @param done steps done, those of earlier runs included
   * @param steps steps to do in all
   * @param loss mean over the latest steps
   * @param tokens computed by this run
   * @param ran steps done by this run
   * @param elapsed since this run began
   * @param heldOut the latest measurement on solutions that are not learned from, if there is one
   */
  record State(
      int done,
      int steps,
      double loss,
      long tokens,
      int ran,
      Duration elapsed,
      Optional<HeldOutResult> heldOut) {
    /** Without held-out solutions. */
    public State(int done, int steps, double loss, long tokens, int ran, Duration elapsed) {
      this(done, steps, loss, tokens, ran, elapsed, Optional.empty());
    }

    State withHeldOut(Optional<HeldOutResult> latest) {
      return new State(done, steps, loss, tokens, ran, elapsed, latest);
    }

    /** Tokens a second; 0 before the first step. */
    public double tokensPerSecond() {
      double seconds = elapsed.toNanos() / 1e9;
      return seconds == 0 ? 0 : tokens / seconds;
    }

    /** Time left at the pace so far. */
    public Duration left() {
      return elapsed.multipliedBy(steps - done).dividedBy(Math.max(1, ran));
    }
  }
}
