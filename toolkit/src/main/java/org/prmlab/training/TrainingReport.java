package org.prmlab.training;

import java.nio.file.Path;
import java.util.Locale;

/**
 * What a training did.
 *
 * @param family of the PRM
 * @param solutions trained on
 * @param leftOut solutions without any label to learn from
 * @param labels steps with a label, one epoch
 * @param steps of the optimizer in all
 * @param resumed of these, how many earlier runs had done
 * @param loss mean over the last steps, 50 at most
 * @param seconds this run took, loading included
 */
public record TrainingReport(
    String family,
    int solutions,
    int leftOut,
    long labels,
    int steps,
    int resumed,
    double loss,
    double seconds,
    Path out) {
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %d solutions with %d labelled steps (%d without a label left out), %d steps (%d of them"
            + " by an earlier run), loss %.4f, %.1f s -> %s",
        family,
        solutions,
        labels,
        leftOut,
        steps,
        resumed,
        loss,
        seconds,
        out);
  }
}
