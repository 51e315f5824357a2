package org.prmlab.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a PRM said about one PRMBench solution, as its evaluation code stores it.
 *
 * @param idx identity of the solution
 * @param scores validity score a step, in the PRM's own range; empty if the file has labels only
 * @param valid whether the PRM calls the step valid, one a step
 * @param redundant whether the PRM calls the step redundant, one a step; absent if it does not say
 */
public record PrmBenchResult(
    String idx, List<Double> scores, List<Boolean> valid, Optional<List<Boolean>> redundant) {
  private static final String LABELS = "step_level_validity_labels";
  private static final String SCORES = "step_level_validity_scores";
  private static final String REDUNDANT = "step_level_redundancy_labels";

  public PrmBenchResult {
    scores = List.copyOf(scores);
    valid = List.copyOf(valid);
    redundant = redundant.map(List::copyOf);
  }

  /**
   * All results of a file.
   *
   * @throws FormatException if the file or a record is bad
   */
  public static List<PrmBenchResult> read(Path path) {
    List<PrmBenchResult> results = new ArrayList<>();
    forEach(path, results::add);
    return results;
  }

  /**
   * One result after the other, none of which is kept.
   *
   * @throws FormatException if the file or a record is bad
   */
  public static void forEach(Path path, Consumer<PrmBenchResult> each) {
    RecordFile.forEach(path, record -> each.accept(of(record)));
  }

  private static PrmBenchResult of(JsonRecord record) {
    JsonRecord scores = record.object("scores");
    List<Boolean> valid = scores.flags(LABELS);
    List<Double> values = scores.has(SCORES) ? scores.numbers(SCORES) : List.of();
    if (!values.isEmpty()) {
      Fields.sameLength(scores, SCORES, values.size(), valid.size());
    }
    Optional<List<Boolean>> redundant =
        scores.has(REDUNDANT) ? Optional.of(scores.flags(REDUNDANT)) : Optional.empty();
    redundant.ifPresent(r -> Fields.sameLength(scores, REDUNDANT, r.size(), valid.size()));
    return new PrmBenchResult(record.identity("idx"), values, valid, redundant);
  }
}
