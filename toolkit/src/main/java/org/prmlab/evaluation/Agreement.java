package org.prmlab.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prmlab.data.Binarization;
import org.prmlab.data.Verdict;

/**
 * Agreement of two sources of labels on steps and on first errors (the paper, section 3.1.2).
 *
 * @param steps over all steps that both labelled
 * @param verdicts rows: the first source's first error, columns: the second's
 * @param consensus share of solutions with the same first error or none: what a consensus filter
 *     keeps; absent if no solution has two verdicts
 * @param disagreements how many solutions differ in which way
 * @param open solutions where the labels of either source leave the verdict open; not counted
 */
public record Agreement(
    StepAgreement steps,
    Confusion verdicts,
    Optional<Interval> consensus,
    Map<Disagreement, Integer> disagreements,
    int open) {

  /**
   * The agreement of these pairs; problems are drawn again for the intervals.
   *
   * @param rule how soft labels and ratings become two classes
   */
  public static Agreement of(List<LabelPair> pairs, Binarization rule, Bootstrap bootstrap) {
    List<LabelPair> decided = pairs.stream().filter(p -> p.disagreement(rule).isPresent()).toList();
    Map<Disagreement, Integer> kinds = new EnumMap<>(Disagreement.class);
    for (Disagreement kind : Disagreement.values()) {
      kinds.put(kind, 0);
    }
    decided.forEach(p -> kinds.merge(p.disagreement(rule).orElseThrow(), 1, Integer::sum));
    return new Agreement(
        StepAgreement.of(StepPairs.of(pairs, rule), bootstrap),
        verdicts(decided, rule),
        Retention.share(decided, rule, bootstrap),
        kinds,
        pairs.size() - decided.size());
  }

  /** Agreement on steps by their index, counted from 0. */
  public static Map<Integer, StepAgreement> byPosition(
      List<LabelPair> pairs, Binarization rule, Bootstrap bootstrap) {
    StepPairs items = StepPairs.of(pairs, rule);
    Map<Integer, StepAgreement> parts = new TreeMap<>();
    items.steps().stream()
        .map(StepPairs.Step::index)
        .distinct()
        .forEach(index -> parts.put(index, StepAgreement.of(items.at(index), bootstrap)));
    return parts;
  }

  /** The pairs in parts, such as levels of difficulty, in order of first appearance. */
  public static Map<String, List<LabelPair>> split(
      Function<LabelPair, String> key, List<LabelPair> pairs) {
    return pairs.stream()
        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
  }

  private static Confusion verdicts(List<LabelPair> pairs, Binarization rule) {
    int most =
        pairs.stream()
            .flatMap(p -> Stream.of(p.first(), p.second()))
            .mapToInt(labels -> column(labels.verdict(rule)))
            .max()
            .orElse(0);
    List<String> names = new ArrayList<>(List.of("no error"));
    for (int step = 1; step <= most; step++) {
      names.add("step " + step);
    }
    return Confusion.of(
        names,
        pairs.stream().mapToInt(p -> column(p.first().verdict(rule))).toArray(),
        pairs.stream().mapToInt(p -> column(p.second().verdict(rule))).toArray());
  }

  private static int column(Optional<Verdict> verdict) {
    return verdict.orElseThrow().earliestError().orElse(-1) + 1;
  }
}
