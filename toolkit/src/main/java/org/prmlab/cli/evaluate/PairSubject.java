package org.prmlab.cli.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.prmlab.cli.common.LabelSource;
import org.prmlab.data.NameColumn;
import org.prmlab.data.SolutionColumns;
import org.prmlab.evaluation.LabelPair;
import org.prmlab.evaluation.LabelSide;
import org.prmlab.evaluation.PairColumns;
import org.prmlab.scale.LabelPairs;

/**
 * What the labels of two files are reported on.
 *
 * @param pairs the labels of both
 * @param generators of each pair
 * @param field the part of each pair; empty where no parts are wanted
 * @param truth the reference verdict of each pair, as {@link SolutionColumns#verdict} gives it
 */
@SuppressWarnings("ArrayRecordComponent") // a column: as long as the data
public record PairSubject(
    PairColumns pairs, NameColumn generators, Optional<NameColumn> field, int[] truth) {

  /** Of two files read on this machine. */
  public static PairSubject of(LabelSource first, LabelSide.Joined joined, Optional<String> field) {
    SolutionColumns columns = first.side().columns();
    return new PairSubject(
        joined.pairs(),
        columns.generators().of(joined.first()),
        field.map(f -> first.values(f).of(joined.first())),
        IntStream.of(joined.first()).map(columns::verdict).toArray());
  }

  /** Of what several machines read. */
  public static PairSubject of(LabelPairs found) {
    List<LabelPair> pairs = found.pairs();
    NameColumn.Builder generators = new NameColumn.Builder();
    NameColumn.Builder field = new NameColumn.Builder();
    Map<String, String> partOf = new LinkedHashMap<>();
    found.fields().forEach(f -> partOf.put(f.getKey(), f.getValue()));
    int[] truth = new int[pairs.size()];
    for (int i = 0; i < truth.length; i++) {
      String id = pairs.get(i).solution().id();
      generators.add(pairs.get(i).solution().generator());
      field.add(partOf.getOrDefault(id, ""));
      truth[i] =
          Optional.ofNullable(found.truth().get(id))
              .map(v -> v.earliestError().orElse(SolutionColumns.NO_ERROR))
              .orElse(SolutionColumns.NONE);
    }
    return new PairSubject(
        PairColumns.of(pairs),
        generators.build(),
        partOf.isEmpty() ? Optional.empty() : Optional.of(field.build()),
        truth);
  }

  /** The number of steps of each pair, as text. */
  public NameColumn lengths() {
    NameColumn.Builder lengths = new NameColumn.Builder();
    IntStream.range(0, pairs.size())
        .mapToObj(pair -> String.valueOf(pairs.steps(pair)))
        .forEach(lengths::add);
    return lengths.build();
  }
}
