package org.prmlab.cli;

import java.nio.file.Path;
import java.util.Locale;

/**
 * What a scoring run did.
 *
 * @param solutions in the file
 * @param resumed of these, how many an earlier run had scored
 * @param steps scores written by this run
 * @param unscoredSteps steps of this run without a score, because the model's context ended
 * @param seconds this run took, loading included
 */
record ScoreReport(
    String prm,
    String family,
    int solutions,
    int resumed,
    long steps,
    long unscoredSteps,
    double seconds,
    Path out) {
  @Override
  public String toString() {
    String text =
        String.format(
            Locale.ROOT,
            "%s (%s): %d solutions (%d of them by an earlier run), %d steps in %.1f s -> %s",
            prm,
            family,
            solutions,
            resumed,
            steps,
            seconds,
            out);
    return unscoredSteps == 0
        ? text
        : text + "%n%d steps lie beyond the context and have no score".formatted(unscoredSteps);
  }
}
