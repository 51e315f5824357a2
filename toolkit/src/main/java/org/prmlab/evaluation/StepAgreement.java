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
    return new StepAgreement(
        items.confusion(),
        bootstrap.intervalIfDefined(clusters, items::agreement),
        bootstrap.intervalIfDefined(clusters, items::kappa),
        bootstrap.intervalIfDefined(clusters, items.alpha()::weighted));
  }
}
