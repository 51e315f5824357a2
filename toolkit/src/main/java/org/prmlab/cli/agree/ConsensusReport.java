package org.prmlab.cli.agree;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.EstimateJson;
import org.prmlab.cli.evaluate.PairSubject;
import org.prmlab.data.NameColumn;
import org.prmlab.evaluation.PairColumns;
import org.prmlab.labeling.ConsensusFilter;
import org.prmlab.labeling.ConsensusRetention;
import org.prmlab.labeling.SourceAccuracy;
import org.prmlab.stats.Bootstrap;

/**
 * What {@code filter consensus} reports; rates in percent.
 *
 * @param agreement what agreement means
 * @param inOneFileOnly solutions that were left out because one file lacks them
 * @param keptTruth which source is right on what is kept, where truth is known
 * @param droppedTruth the same for what is thrown away
 */
public record ConsensusReport(
    String agreement,
    double threshold,
    Part all,
    int inOneFileOnly,
    Map<String, Integer> reasons,
    Map<String, Part> byLength,
    Map<String, Part> byGenerator,
    Map<String, Part> byField,
    Map<String, Part> byThreshold,
    SourceAccuracy keptTruth,
    SourceAccuracy droppedTruth,
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
  public record Maker(ConsensusFilter filter, Bootstrap bootstrap) {

    /**
     * @param alone solutions in one file only
     */
    public ConsensusReport make(PairSubject subject, int alone, Path out) {
      ConsensusRetention retention = new ConsensusRetention(filter, bootstrap);
      PairColumns pairs = subject.pairs();
      Map<String, Integer> reasons = new LinkedHashMap<>();
      retention.reasons(pairs).forEach((k, n) -> reasons.put(k.name().toLowerCase(Locale.ROOT), n));
      List<NameColumn> divisions = new ArrayList<>();
      divisions.add(subject.lengths());
      divisions.add(subject.generators());
      subject.field().ifPresent(divisions::add);
      List<Map<String, ConsensusRetention.Kept>> parts = retention.by(divisions, pairs);
      List<Double> eighths = IntStream.range(0, 8).mapToObj(i -> i / 8.0).toList();
      byte[] agrees = filter.agrees(pairs);
      PairColumns.Classes classes = pairs.classes(filter.rule());
      return new ConsensusReport(
          filter.agreement().name().toLowerCase(Locale.ROOT),
          filter.rule().threshold(),
          Part.of(retention.of(pairs)),
          alone,
          reasons,
          byLength(parts.get(0)),
          Part.of(parts.get(1)),
          divisions.size() > 2 ? Part.of(parts.get(2)) : Map.of(),
          Part.of(retention.byThreshold(eighths, pairs)),
          SourceAccuracy.of(classes, subject.truth(), agrees, 1),
          SourceAccuracy.of(classes, subject.truth(), agrees, 0),
          out);
    }

    /** From short to long. */
    private static Map<String, Part> byLength(Map<String, ConsensusRetention.Kept> parts) {
      Map<Integer, ConsensusRetention.Kept> sorted = new TreeMap<>();
      parts.forEach((steps, kept) -> sorted.put(Integer.valueOf(steps), kept));
      return Part.of(sorted);
    }
  }
}
