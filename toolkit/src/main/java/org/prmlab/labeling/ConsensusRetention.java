package org.prmlab.labeling;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.NameColumn;
import org.prmlab.data.Solution;
import org.prmlab.evaluation.Disagreement;
import org.prmlab.evaluation.LabelPair;
import org.prmlab.evaluation.PairColumns;
import org.prmlab.evaluation.Retention;
import org.prmlab.report.ResultColumn;
import org.prmlab.report.Results;
import org.prmlab.report.TableRow;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.Estimate;

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
   * @param shareIfDefined kept / (kept + dropped); absent if there are neither
   */
  public record Kept(int kept, int dropped, int open, Optional<Estimate> shareIfDefined)
      implements TableRow {
    private static final List<ResultColumn> COLUMNS =
        List.of(
            ResultColumn.count("kept", "kept"),
            ResultColumn.count("dropped", "dropped"),
            ResultColumn.count("open", "open"),
            ResultColumn.percent("kept (%)", "share"));

    /**
     * The share kept, in [0, 1].
     *
     * @throws IllegalStateException if it is undefined
     */
    public Estimate share() {
      return shareIfDefined.orElseThrow(
          () -> new IllegalStateException("undefined: no solution has two verdicts"));
    }

    @Override
    public List<ResultColumn> columns() {
      return COLUMNS;
    }

    @Override
    public List<@Nullable Object> cells() {
      return List.of(kept, dropped, open, shareIfDefined);
    }

    /** As a table of one row. */
    @Override
    public String toString() {
      return table().toString();
    }
  }

  /** Of all of them. */
  public Kept of(List<LabelPair> pairs) {
    return of(PairColumns.of(pairs));
  }

  /** Of all pairs in columns. */
  public Kept of(PairColumns pairs) {
    return ofChoices(pairs, List.of(new Retention.Choice(filter.agrees(pairs), all(pairs))))
        .get(0)
        .get(0);
  }

  /**
   * Of each part of the solutions, such as tiers, in order of first appearance, and of all.
   *
   * @param part the part of a solution; its text is the name
   */
  public Results<Kept> by(Function<? super Solution, ?> part, List<LabelPair> pairs) {
    NameColumn.Builder parts = new NameColumn.Builder();
    pairs.forEach(pair -> parts.add(String.valueOf(part.apply(pair.solution()))));
    return Results.of("part", by(List.of(parts.build()), PairColumns.of(pairs)).get(0))
        .ofTotal(of(pairs));
  }

  /**
   * Of each part, by several divisions of pairs in columns; every interval is made from the same
   * draws.
   */
  public List<Map<String, Kept>> by(List<NameColumn> divisions, PairColumns pairs) {
    byte[] agrees = filter.agrees(pairs);
    List<List<Kept>> kept =
        ofChoices(
            pairs, divisions.stream().map(parts -> new Retention.Choice(agrees, parts)).toList());
    List<Map<String, Kept>> named = new ArrayList<>();
    for (int i = 0; i < divisions.size(); i++) {
      Map<String, Kept> parts = new LinkedHashMap<>();
      for (int part = 0; part < kept.get(i).size(); part++) {
        parts.put(divisions.get(i).names().get(part), kept.get(i).get(part));
      }
      named.add(parts);
    }
    return named;
  }

  /**
   * At each threshold of the hard label.
   *
   * @param thresholds each in [0, 1); the paper: 0, 1/8, ... 7/8
   */
  public Map<Double, Kept> byThreshold(List<Double> thresholds, List<LabelPair> pairs) {
    return byThreshold(thresholds, PairColumns.of(pairs));
  }

  /** At each threshold, of pairs in columns; every interval is made from the same draws. */
  public Map<Double, Kept> byThreshold(List<Double> thresholds, PairColumns pairs) {
    NameColumn all = all(pairs);
    List<List<Kept>> choices =
        ofChoices(
            pairs,
            thresholds.stream()
                .map(t -> new Retention.Choice(filter.withThreshold(t).agrees(pairs), all))
                .toList());
    Map<Double, Kept> kept = new LinkedHashMap<>();
    for (int i = 0; i < thresholds.size(); i++) {
      kept.put(thresholds.get(i), choices.get(i).get(0));
    }
    return kept;
  }

  private static NameColumn all(PairColumns pairs) {
    NameColumn.Builder all = new NameColumn.Builder();
    for (int pair = 0; pair < Math.max(1, pairs.size()); pair++) {
      all.add("all");
    }
    return all.build();
  }

  private List<List<Kept>> ofChoices(PairColumns pairs, List<Retention.Choice> choices) {
    List<List<Optional<Estimate>>> shares = Retention.shares(pairs, choices, bootstrap);
    List<List<Kept>> all = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      Retention.Choice choice = choices.get(i);
      int[][] counts = new int[choice.parts().names().size()][3]; // open, dropped, kept
      for (int pair = 0; pair < pairs.size(); pair++) {
        counts[choice.parts().code(pair)][1 + choice.kept()[pair]]++;
      }
      List<Kept> parts = new ArrayList<>();
      for (int part = 0; part < counts.length; part++) {
        int[] of = counts[part];
        parts.add(new Kept(of[2], of[1], of[0], shares.get(i).get(part)));
      }
      all.add(parts);
    }
    return all;
  }

  /** In which way the sources differ on what is dropped. */
  public Map<Disagreement, Integer> reasons(List<LabelPair> dropped) {
    Map<Disagreement, Integer> reasons = new EnumMap<>(Disagreement.class);
    for (LabelPair pair : dropped) {
      reasons.merge(pair.disagreement(filter.rule()).orElseThrow(), 1, Integer::sum);
    }
    return reasons;
  }

  /** In which way the sources differ on those of the pairs that are dropped. */
  public Map<Disagreement, Integer> reasons(PairColumns pairs) {
    Map<Disagreement, Integer> reasons = new EnumMap<>(Disagreement.class);
    PairColumns.Classes classes = pairs.classes(filter.rule());
    byte[] agrees = filter.agrees(pairs);
    for (int pair = 0; pair < agrees.length; pair++) {
      if (agrees[pair] == 0) {
        reasons.merge(classes.disagreement(pair), 1, Integer::sum);
      }
    }
    return reasons;
  }
}
