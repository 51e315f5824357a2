package org.prmlab.cli.score;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a scoring run did.
 *
 * @param solutions in the file
 * @param resumed of these, how many an earlier run had scored
 * @param counts of the scores that this run wrote
 * @param seconds this run took, loading included
 */
record ScoreReport(
    String prm,
    String family,
    int solutions,
    int resumed,
    @JsonUnwrapped Counts counts,
    double seconds,
    Path out) {

  /**
   * Scores written.
   *
   * @param steps scores of steps
   * @param unscoredSteps steps without a score, because the model's context ended
   * @param outcomes scores of whole solutions, by an outcome reward model
   * @param unscoredSolutions solutions that are longer than its context
   */
  record Counts(long steps, long unscoredSteps, long outcomes, long unscoredSolutions) {
    static Counts ofSteps(long steps, long unscored) {
      return new Counts(steps, unscored, 0, 0);
    }

    static Counts ofOutcomes(long outcomes, long unscored) {
      return new Counts(0, 0, outcomes, unscored);
    }

    private String text() {
      return outcomes + unscoredSolutions > 0 ? outcomes + " outcome scores" : steps + " steps";
    }
  }

  @Override
  public String toString() {
    String text =
        String.format(
            Locale.ROOT,
            "%s (%s): %d solutions (%d of them by an earlier run), %s in %.1f s -> %s",
            prm,
            family,
            solutions,
            resumed,
            counts.text(),
            seconds,
            out);
    if (counts.unscoredSteps() > 0) {
      text +=
          "%n%d steps lie beyond the context and have no score".formatted(counts.unscoredSteps());
    }
    if (counts.unscoredSolutions() > 0) {
      text +=
          "%n%d solutions are longer than the context and have no score"
              .formatted(counts.unscoredSolutions());
    }
    return text;
  }
}
