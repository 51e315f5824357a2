package org.prmlab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Solution;
import org.prmlab.data.StepLabels;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.LabelPair;
import org.prmlab.format.FormatException;
import org.prmlab.format.Formats;
import org.prmlab.format.PredictionRow;
import org.prmlab.scale.PairBlocks;
import org.prmlab.scale.PredictionLines;

/**
 * One side of an agreement.
 *
 * @param name the file, and the source of the labels in it where one was asked for
 * @param solutions the solutions by id; empty for a file of predictions
 * @param labels step labels by id, where the file has them
 * @param verdicts verdicts by id, where the file has those; an empty one was predicted as null or
 *     could not be read, and is open
 */
record LabelSource(
    String name,
    Map<String, LabeledSolution> solutions,
    Map<String, StepLabels> labels,
    Map<String, Optional<Verdict>> verdicts) {

  /**
   * @param source whose labels; null for the verdicts, or the first source where there are none
   * @throws IllegalArgumentException if a solution has neither
   */
  static LabelSource read(Path file, @Nullable String source) {
    LabelSource side =
        new LabelSource(
            source == null ? file.toString() : file + " (" + source + ")",
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>());
    if (isPredictions(file)) {
      PredictionRow.read(file)
          .forEach((id, row) -> side.verdicts.put(id, PredictionLines.verdict(row)));
    } else {
      Formats.read(file).solutions().forEach(s -> side.add(s, Optional.ofNullable(source)));
    }
    return side;
  }

  private static boolean isPredictions(Path file) {
    try {
      Formats.detect(file);
      return false;
    } catch (FormatException e) {
      return true;
    }
  }

  private void add(LabeledSolution solution, Optional<String> source) {
    String id = solution.solution().id();
    solutions.put(id, solution);
    if (source.isEmpty() && solution.verdict().isPresent()) {
      verdicts.put(id, solution.verdict());
      return;
    }
    Optional<StepLabels> found =
        source.isEmpty() ? solution.labels().stream().findFirst() : solution.labels(source.get());
    labels.put(
        id,
        found.orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s: solution '%s' has no such labels; its sources are %s"
                        .formatted(
                            name,
                            id,
                            solution.labels().stream().map(StepLabels::source).toList()))));
  }

  /**
   * The solutions that both sides label, in this side's order.
   *
   * @throws IllegalArgumentException if there are none, or neither side has the texts
   */
  List<LabelPair> pairedWith(LabelSource other) {
    List<LabelPair> pairs = new ArrayList<>();
    for (LabeledSolution solution : solutions.values()) {
      Optional<StepLabels> a = of(solution.solution());
      Optional<StepLabels> b = other.of(solution.solution());
      if (a.isPresent() && b.isPresent()) {
        pairs.add(new LabelPair(solution.solution(), a.get(), b.get()));
      }
    }
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException(
          "no id is in both %s and %s; the first must hold the solutions"
              .formatted(name, other.name));
    }
    return pairs;
  }

  /** The values of an unread field of the records, by id, as JSON text. */
  List<Map.Entry<String, String>> values(String field) {
    List<Map.Entry<String, String>> values = new ArrayList<>();
    solutions.forEach(
        (id, s) -> {
          String value = s.extra().get(field);
          if (value == null) {
            throw new IllegalArgumentException(
                "%s: solution '%s' has no field '%s', but %s"
                    .formatted(name, id, field, s.extra().keySet()));
          }
          values.add(Map.entry(id, value.replaceAll("^\"|\"$", "")));
        });
    return values;
  }

  private Optional<StepLabels> of(Solution solution) {
    Optional<Verdict> verdict = verdicts.get(solution.id());
    return verdict == null
        ? Optional.ofNullable(labels.get(solution.id()))
        : Optional.of(PairBlocks.predicted(verdict, solution.steps().size()));
  }
}
