package org.prmlab.findings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.prmlab.evaluation.RunEvidence;
import org.prmlab.stats.Estimate;
import org.prmlab.stats.RunMean;
import org.prmlab.stats.RunPower;

/**
 * What the tabletop worlds say about a claim.
 *
 * @param worlds the claim's number in each world, in their order
 */
public record Finding(Claim posed, List<WorldValue> worlds) {
  public Finding {
    worlds = List.copyOf(worlds);
  }

  /** The finding's letter and the number of the claim. */
  public String id() {
    return posed.id();
  }

  /** Where the paper says it. */
  public String source() {
    return posed.source();
  }

  /** What the number is, in words. */
  public String claim() {
    return posed.words();
  }

  /** The paper's number as it is printed; a dash if there is none. */
  public String paperText() {
    return posed.paperText();
  }

  /** The number in each world that has it: the mean over its training seeds. */
  public List<Double> values() {
    return worlds.stream().flatMapToDouble(w -> w.mean().stream()).boxed().toList();
  }

  /** The mean over the worlds with its 95 % interval (Student's, over worlds). */
  public Estimate ours() {
    List<Double> values = values();
    if (values.isEmpty()) {
      throw new IllegalArgumentException(
          "claim %s: no world has anything to measure it by".formatted(id()));
    }
    return values.size() > 1
        ? RunMean.of(values)
        : Estimate.unknown(
            values.get(0), Estimate.DEFAULT_LEVEL, "1 world; at least two are needed");
  }

  /** What the interval says about what is asked. */
  public Conclusion conclusion() {
    Estimate ours = ours();
    double bound = posed.bound();
    if (posed.kind() == ClaimKind.WITHIN) {
      return ours.low() > -bound && ours.high() < bound
          ? Conclusion.EQUIVALENT
          : ours.low() > bound || ours.high() < -bound
              ? Conclusion.DOES_NOT_HOLD
              : Conclusion.UNDECIDED;
    }
    return ours.low() > bound
        ? Conclusion.HOLDS
        : ours.high() < bound ? Conclusion.DOES_NOT_HOLD : Conclusion.UNDECIDED;
  }

  /** The level at which the interval would just decide, either way; below 0.05 it does at 95 %. */
  public double p() {
    List<Double> values = values();
    return posed.kind() == ClaimKind.WITHIN
        ? Math.min(
            RunEvidence.within(values, posed.bound()), RunEvidence.beyond(values, posed.bound()))
        : RunEvidence.differs(values, posed.bound());
  }

  /**
   * What as many worlds with the spread found could have shown, in four of five repetitions: the
   * smallest distance from the bound, or the smallest margin if there were no difference. Empty
   * without a spread.
   */
  public Optional<Double> smallestShown() {
    if (!ours().isKnown()) {
      return Optional.empty();
    }
    RunPower power = RunPower.of(values());
    return Optional.of(
        posed.kind() == ClaimKind.WITHIN ? power.smallestMargin() : power.smallestGap());
  }

  /** Our number with its interval. */
  public String oursText() {
    return ours().text(posed.unit().format(), 1);
  }

  /** The smallest gap, or margin, that the worlds could have shown; a dash if that is unknown. */
  public String seesText() {
    String format = posed.unit().format().replace("+", "");
    return smallestShown().map(gap -> String.format(Locale.ROOT, format, gap)).orElse("-");
  }
}
