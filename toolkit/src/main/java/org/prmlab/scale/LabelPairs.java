package org.prmlab.scale;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepLabels;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.LabelPair;
import org.prmlab.format.PrmlabRecord;

/**
 * The pairs of labels that blocks found, in the order of the first file; texts are left out.
 *
 * @param pairs the labels of each solution
 * @param truth reference verdicts by id, where the first file has them
 * @param fields the field that was kept, by id, as JSON text without quotes
 */
public record LabelPairs(
    List<LabelPair> pairs, Map<String, Verdict> truth, List<Map.Entry<String, String>> fields) {
  static final String OUTPUT = "pairs";
  private static final String FIRST = "first";
  private static final String SECOND = "second";

  /** One line that {@link #read} reads. */
  static String text(LabeledSolution first, LabelPair pair) {
    return PrmlabRecord.text(
        first.withLabels(
            List.of(
                new StepLabels(FIRST, pair.first().values()),
                new StepLabels(SECOND, pair.second().values()))));
  }

  /** All pairs of a run. */
  public static LabelPairs read(CommittedBlocks parts, int blocks) {
    LabelPairs all = new LabelPairs(new ArrayList<>(), new HashMap<>(), new ArrayList<>());
    for (int block = 0; block < blocks; block++) {
      parts.lines(block, OUTPUT).forEach(all::add);
    }
    return all;
  }

  private void add(String line) {
    LabeledSolution solution = RecordLines.read(line);
    String id = solution.solution().id();
    pairs.add(
        new LabelPair(solution.solution(), labels(solution, FIRST), labels(solution, SECOND)));
    solution.verdict().ifPresent(v -> truth.put(id, v));
    Optional<String> field = solution.extra().values().stream().findFirst();
    field.ifPresent(f -> fields.add(Map.entry(id, f.replaceAll("^\"|\"$", ""))));
  }

  private static StepLabels labels(LabeledSolution solution, String source) {
    return solution.labels(source).orElseThrow();
  }
}
