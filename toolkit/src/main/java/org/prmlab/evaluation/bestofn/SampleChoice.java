package org.prmlab.evaluation.bestofn;

import org.jspecify.annotations.Nullable;

/**
 * The samples behind an accuracy and how one is chosen, so that it can be compared with another.
 * They are no part of what the accuracy says: all are equal.
 */
public final class SampleChoice {
  private static final SampleChoice UNKNOWN = new SampleChoice(null);

  private final @Nullable Known known;

  private SampleChoice(@Nullable Known known) {
    this.known = known;
  }

  private record Known(BestOfN of, CandidateColumns groups, Selection selection, int k) {
    double[] values() {
      return of.values(groups, selection, k);
    }
  }

  static SampleChoice unknown() {
    return UNKNOWN;
  }

  static SampleChoice of(BestOfN of, CandidateColumns groups, Selection selection, int k) {
    return new SampleChoice(new Known(of, groups, selection, k));
  }

  BestOfNComparison compare(SampleChoice other) {
    if (known == null || other.known == null) {
      throw new IllegalStateException(
          "the samples of this accuracy are not known; compare accuracies that BestOfN made");
    }
    Known one = known;
    Known two = other.known;
    if (one.k() != two.k()) {
      throw new IllegalArgumentException(
          "accuracies at k = %d and k = %d; the same k expected".formatted(one.k(), two.k()));
    }
    requireSame(one.groups(), two.groups());
    return BestOfNComparison.of(one.of(), one.values(), two.values(), one.k());
  }

  private static void requireSame(CandidateColumns one, CandidateColumns two) {
    if (one.size() != two.size()) {
      throw new IllegalArgumentException(
          "%d and %d problems; the same samples expected".formatted(one.size(), two.size()));
    }
    for (int g = 0; g < one.size(); g++) {
      if (one.salt(g) != two.salt(g) || one.size(g) != two.size(g)) {
        throw new IllegalArgumentException(
            "problem %d is '%s' with %d samples in one and '%s' with %d in the other; the same samples in the same order expected"
                .formatted(
                    g,
                    one.group(g).problem().name(),
                    one.size(g),
                    two.group(g).problem().name(),
                    two.size(g)));
      }
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SampleChoice;
  }

  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return known == null ? "unknown samples" : known.selection() + " of " + known.k();
  }
}
