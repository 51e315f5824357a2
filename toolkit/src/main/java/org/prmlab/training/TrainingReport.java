package org.prmlab.training;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
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
 * @param heldOut measurements on held-out solutions, in their order; none if there were no such
 *     solutions
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
    List<HeldOutResult> heldOut,
    double seconds,
    Path out) {
  public TrainingReport {
    heldOut = List.copyOf(heldOut);
  }

  private String kept() {
    return heldOut.stream()
        .min(Comparator.comparingDouble(HeldOutResult::loss))
        .map(best -> ", kept the weights of step %d: %s".formatted(best.step(), best))
        .orElse("");
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %d solutions with %d labeled steps (%d without a label left out), %d steps (%d of"
            + " them by an earlier run), loss %.4f%s, %.1f s -> %s",
        family,
        solutions,
        labels,
        leftOut,
        steps,
        resumed,
        loss,
        kept(),
        seconds,
        out);
  }
}
