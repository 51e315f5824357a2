package org.prmlab.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.Bootstrap;
import org.prmlab.evaluation.LabelPair;
import org.prmlab.labeling.ConsensusFilter;
import org.prmlab.labeling.ConsensusRetention;
import org.prmlab.labeling.ConsensusTruth;

/**
 * What {@code filter consensus} reports; rates in percent.
 *
 * @param agreement what agreement means
 * @param inOneFileOnly solutions that were left out because one file lacks them
 * @param keptTruth which source is right on what is kept, where truth is known
 * @param droppedTruth the same for what is thrown away
 */
record ConsensusReport(
    String agreement,
    double threshold,
    Part all,
    int inOneFileOnly,
    Map<String, Integer> reasons,
    Map<String, Part> byLength,
    Map<String, Part> byGenerator,
    Map<String, Part> byField,
    Map<String, Part> byThreshold,
    ConsensusTruth keptTruth,
    ConsensusTruth droppedTruth,
    Path out) {

  record Part(int kept, int dropped, int open, @Nullable EstimateJson share) {
    static Part of(ConsensusRetention.Kept kept) {
      return new Part(kept.kept(), kept.dropped(), kept.open(), EstimateJson.percent(kept.share()));
    }

    static Map<String, Part> of(Map<?, ConsensusRetention.Kept> parts) {
      Map<String, Part> named = new LinkedHashMap<>();
      parts.forEach((name, kept) -> named.put(name.toString(), of(kept)));
      return named;
    }
  }

  /** Makes reports with these settings. */
  record Maker(ConsensusFilter filter, Bootstrap bootstrap, Map<String, Verdict> truth) {

    /**
     * @param fields the part of each solution, by id; empty for no parts
     * @param alone solutions in one file only
     */
    ConsensusReport make(
        List<LabelPair> pairs, List<Map.Entry<String, String>> fields, int alone, Path out) {
      ConsensusRetention retention = new ConsensusRetention(filter, bootstrap);
      ConsensusFilter.Split split = filter.split(pairs);
      Map<String, String> partOf = new LinkedHashMap<>();
      fields.forEach(f -> partOf.put(f.getKey(), f.getValue()));
      Map<String, Integer> reasons = new LinkedHashMap<>();
      retention
          .reasons(split.dropped())
          .forEach((k, n) -> reasons.put(k.name().toLowerCase(Locale.ROOT), n));
      List<Double> eighths = IntStream.range(0, 8).mapToObj(i -> i / 8.0).toList();
      return new ConsensusReport(
          filter.agreement().name().toLowerCase(Locale.ROOT),
          filter.rule().threshold(),
          Part.of(retention.of(pairs)),
          alone,
          reasons,
          byLength(retention, pairs),
          Part.of(retention.by(p -> p.solution().generator(), pairs)),
          partOf.isEmpty()
              ? Map.of()
              : Part.of(retention.by(p -> partOf.getOrDefault(p.solution().id(), ""), pairs)),
          Part.of(retention.byThreshold(eighths, pairs)),
          ConsensusTruth.of(split.kept(), truth, filter.rule()),
          ConsensusTruth.of(split.dropped(), truth, filter.rule()),
          out);
    }

    /** From short to long. */
    private static Map<String, Part> byLength(ConsensusRetention retention, List<LabelPair> pairs) {
      Map<Integer, ConsensusRetention.Kept> sorted = new TreeMap<>();
      retention
          .by(p -> String.valueOf(p.solution().steps().size()), pairs)
          .forEach((steps, kept) -> sorted.put(Integer.valueOf(steps), kept));
      return Part.of(sorted);
    }
  }
}
