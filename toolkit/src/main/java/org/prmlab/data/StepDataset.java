package org.prmlab.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Labeled solutions in file order, under one card.
 *
 * @param card where they come from
 * @param solutions the solutions; their ids are unique, because scores, labels and resumed work are
 *     keyed by them
 */
public record StepDataset(DatasetCard card, List<LabeledSolution> solutions) {
  public StepDataset {
    solutions = List.copyOf(solutions);
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < solutions.size(); i++) {
      String id = solutions.get(i).solution().id();
      Integer before = seen.put(id, i);
      if (before != null) {
        throw new IllegalArgumentException(
            "%s: records %d and %d have the same id '%s'; ids must differ"
                .formatted(card.name(), before + 1, i + 1, id));
      }
    }
  }

  /** Solutions made in memory. */
  public static StepDataset of(String name, List<LabeledSolution> solutions) {
    return new StepDataset(DatasetCard.of(name), solutions);
  }

  /** Number of solutions. */
  public int size() {
    return solutions.size();
  }

  /** Number of steps of all solutions. */
  public int steps() {
    return solutions.stream().mapToInt(s -> s.solution().steps().size()).sum();
  }

  public Stream<LabeledSolution> stream() {
    return solutions.stream();
  }

  /** The solutions without what is known about them. */
  public List<Solution> unlabeled() {
    return stream().map(LabeledSolution::solution).toList();
  }

  /** How many solutions first go wrong at each step, by its index from 0 to the last there is. */
  public List<Integer> firstErrors() {
    int[] counts = new int[stream().mapToInt(s -> s.solution().steps().size()).max().orElse(0)];
    for (LabeledSolution one : solutions) {
      one.verdict().map(Verdict::earliestError).ifPresent(e -> e.ifPresent(at -> counts[at]++));
    }
    return Arrays.stream(counts).boxed().toList();
  }

  /** The solutions whose reference verdict is an error. */
  public List<LabeledSolution> withError() {
    return stream().filter(s -> s.verdict().map(Verdict::hasError).orElse(false)).toList();
  }

  /** The solutions whose reference verdict is that every step is right. */
  public List<LabeledSolution> withoutError() {
    return stream().filter(s -> s.verdict().map(v -> !v.hasError()).orElse(false)).toList();
  }

  /** The solutions that reach the gold answer although a step is wrong (the paper, Table 5). */
  public List<LabeledSolution> correctAnswerByWrongProcess() {
    return stream().filter(LabeledSolution::isCorrectAnswerByWrongProcess).toList();
  }

  /** The solutions by generator, generators and solutions in file order. */
  public Map<String, List<LabeledSolution>> byGenerator() {
    return split(Solution::generator, solutions);
  }

  /**
   * Solutions in parts, such as tiers, in order of first appearance.
   *
   * @param part the part of a solution; its text is the name
   */
  public static Map<String, List<LabeledSolution>> split(
      Function<? super Solution, ?> part, List<LabeledSolution> solutions) {
    return solutions.stream()
        .collect(
            Collectors.groupingBy(
                s -> String.valueOf(part.apply(s.solution())),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  /** The card with counts: what a page shows instead of rows. */
  @Override
  public String toString() {
    String notes = card.notes().stream().map(n -> "\nnote: " + n).collect(Collectors.joining());
    return String.format(
        Locale.ROOT,
        """
        %s (%s)
        solutions                      %,d from %,d generator%s
        steps                          %,d
        with an error                  %,d
        without an error               %,d
        right answer by wrong process  %,d
        origin                         %s
        licence                        %s
        sha-256                        %s%s\
        """,
        card.name(),
        card.format(),
        size(),
        byGenerator().size(),
        byGenerator().size() == 1 ? "" : "s",
        steps(),
        withError().size(),
        withoutError().size(),
        correctAnswerByWrongProcess().size(),
        card.origin().isEmpty() ? "unknown" : card.origin(),
        card.licence().orElse("unknown"),
        card.sha256().isEmpty() ? "none (made in memory)" : card.sha256(),
        notes);
  }
}
