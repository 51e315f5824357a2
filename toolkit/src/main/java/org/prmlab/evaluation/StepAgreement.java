package org.prmlab.evaluation;

import java.util.Optional;

/**
 * Agreement of two sources on steps.
 *
 * @param confusion rows: the first source's class, columns: the second's; steps both labelled
 * @param agreement share of steps with the same class; absent without steps
 * @param kappa Cohen's kappa; absent where undefined: without steps, or with one class only
 * @param alpha Krippendorff's alpha; absent where undefined
 */
public record StepAgreement(
    Confusion confusion,
    Optional<Interval> agreement,
    Optional<Interval> kappa,
    Optional<Interval> alpha) {
  static StepAgreement of(StepPairs items, Bootstrap bootstrap) {
    Clusters clusters = items.clusters();
    ClassMatches matches = items.matches(clusters);
    return new StepAgreement(
        items.confusion(),
        bootstrap.intervalIfDefined(
            clusters, items::agreement, ShareFunction.of(items.same(clusters))),
        coefficient(clusters, items::kappa, matches.function(CohenKappa::of), bootstrap),
        coefficient(
            clusters, items.alpha()::weighted, matches.function(KrippendorffAlpha::of), bootstrap));
  }

  private static Optional<Interval> coefficient(
      Clusters clusters, Statistic statistic, Optional<ShareFunction> shares, Bootstrap bootstrap) {
    return shares.isPresent()
        ? bootstrap.intervalIfDefined(clusters, statistic, shares.get())
        : bootstrap.intervalIfDefined(clusters, statistic);
  }
}
