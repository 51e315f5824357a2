package org.prmlab.cli.agree;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
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
    ConsensusRetention.Kept all,
    int inOneFileOnly,
    Map<String, Integer> reasons,
    Map<String, ConsensusRetention.Kept> byLength,
    Map<String, ConsensusRetention.Kept> byGenerator,
    Map<String, ConsensusRetention.Kept> byField,
    Map<String, ConsensusRetention.Kept> byThreshold,
    SourceAccuracy keptTruth,
    SourceAccuracy droppedTruth,
    Path out) {

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
          retention.of(pairs),
          alone,
          reasons,
          byLength(parts.get(0)),
          parts.get(1),
          divisions.size() > 2 ? parts.get(2) : Map.of(),
          named(retention.byThreshold(eighths, pairs)),
          SourceAccuracy.of(classes, subject.truth(), agrees, 1),
          SourceAccuracy.of(classes, subject.truth(), agrees, 0),
          out);
    }

    /** From short to long. */
    private static Map<String, ConsensusRetention.Kept> byLength(
        Map<String, ConsensusRetention.Kept> parts) {
      Map<Integer, ConsensusRetention.Kept> sorted = new TreeMap<>();
      parts.forEach((steps, kept) -> sorted.put(Integer.valueOf(steps), kept));
      return named(sorted);
    }

    private static Map<String, ConsensusRetention.Kept> named(
        Map<?, ConsensusRetention.Kept> parts) {
      Map<String, ConsensusRetention.Kept> named = new LinkedHashMap<>();
      parts.forEach((name, kept) -> named.put(name.toString(), kept));
      return named;
    }
  }
}
