package org.prmlab.prm;

import java.time.Duration;

/** Hears how far a scoring run is; a page or a terminal shows it. */
@FunctionalInterface
public interface ScoringProgress {
  /** Nobody listens. */
  static ScoringProgress silent() {
    return state -> {};
  }

  /** Called when the first batch begins and after every batch. */
  void update(State state);

  /**
   * How far a run is.
   *
   * @param done solutions scored
   * @param total solutions to score
   * @param tokensDone tokens computed
   * @param tokensTotal tokens to compute
   * @param elapsed since the first batch began
   */
  record State(int done, int total, long tokensDone, long tokensTotal, Duration elapsed) {
    /** Tokens a second so far; 0 before the first. */
    public double tokensPerSecond() {
      double seconds = elapsed.toNanos() / 1e9;
      return seconds == 0 ? 0 : tokensDone / seconds;
    }

    /** Time left at the rate so far; zero if nothing is known. */
    public Duration left() {
      double rate = tokensPerSecond();
      double seconds = rate == 0 ? 0 : (tokensTotal - tokensDone) / rate;
      return Duration.ofMillis(Math.round(1000 * seconds));
    }
  }
}
