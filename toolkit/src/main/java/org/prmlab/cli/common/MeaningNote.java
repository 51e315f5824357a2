package org.prmlab.cli.common;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.prmlab.data.Aggregation;
import org.prmlab.data.ScoreMeaning;

/** What is said where scores are aggregated in a way that does not suit what they mean. */
public final class MeaningNote {
  private MeaningNote() {}

  /** One sentence; empty if every aggregation suits the scores. */
  public static Optional<String> of(
      String prm, ScoreMeaning meaning, List<Aggregation> aggregations) {
    String unsuited =
        aggregations.stream()
            .filter(a -> !a.suits(meaning))
            .map(a -> a.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" and "));
    if (unsuited.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        meaning == ScoreMeaning.EVENTUAL_SUCCESS
            ? "%s: its scores are chances of eventual success, which the last one says best; %s would read them as chances that each step is right (the paper, section 3.2.4)"
                .formatted(prm, unsuited)
            : "%s: its scores are chances that each step is right; %s would read one of them as the chance of eventual success (the paper, section 3.2.4)"
                .formatted(prm, unsuited));
  }
}
