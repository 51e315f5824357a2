package org.prmlab.labeling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.prmlab.evaluation.Bootstrap;
import org.prmlab.evaluation.Disagreement;
import org.prmlab.evaluation.Interval;
import org.prmlab.evaluation.LabelPair;
import org.prmlab.evaluation.Retention;

/**
 * How much a consensus filter keeps.
 *
 * @param filter the filter
 * @param bootstrap how intervals are made; problems are drawn
 */
public record ConsensusRetention(ConsensusFilter filter, Bootstrap bootstrap) {

  /**
   * How much is kept of some solutions.
   *
   * @param kept solutions kept
   * @param dropped solutions dropped
   * @param open solutions with an open verdict, which the share does not count
   * @param share kept / (kept + dropped); absent if there are neither
   */
  public record Kept(int kept, int dropped, int open, Optional<Interval> share) {}

  /** Of all of them. */
  public Kept of(List<LabelPair> pairs) {
    ConsensusFilter.Split split = filter.split(pairs);
    List<LabelPair> decided = new ArrayList<>(split.kept());
    decided.addAll(split.dropped());
    int kept = split.kept().size();
    boolean[] agrees = new boolean[decided.size()];
    Arrays.fill(agrees, 0, kept, true);
    return new Kept(
        kept,
        split.dropped().size(),
        split.open().size(),
        Retention.share(decided, agrees, bootstrap));
  }

  /** Of each part, such as a generator or a level, in order of first appearance. */
  public Map<String, Kept> by(Function<LabelPair, String> part, List<LabelPair> pairs) {
    Map<String, List<LabelPair>> parts =
        pairs.stream()
            .collect(Collectors.groupingBy(part, LinkedHashMap::new, Collectors.toList()));
    Map<String, Kept> kept = new LinkedHashMap<>();
    parts.forEach((name, some) -> kept.put(name, of(some)));
    return kept;
  }

  /**
   * At each threshold of the hard label.
   *
   * @param thresholds each in [0, 1); the paper: 0, 1/8, ... 7/8
   */
  public Map<Double, Kept> byThreshold(List<Double> thresholds, List<LabelPair> pairs) {
    Map<Double, Kept> kept = new LinkedHashMap<>();
    for (double threshold : thresholds) {
      ConsensusFilter other = filter.withThreshold(threshold);
      kept.put(threshold, new ConsensusRetention(other, bootstrap).of(pairs));
    }
    return kept;
  }

  /** In which way the sources differ on what is dropped. */
  public Map<Disagreement, Integer> reasons(List<LabelPair> dropped) {
    Map<Disagreement, Integer> reasons = new EnumMap<>(Disagreement.class);
    for (LabelPair pair : dropped) {
      reasons.merge(pair.disagreement(filter.rule()).orElseThrow(), 1, Integer::sum);
    }
    return reasons;
  }
}
