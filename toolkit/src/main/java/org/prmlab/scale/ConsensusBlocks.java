package org.prmlab.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prmlab.data.Binarization;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.NeutralRating;
import org.prmlab.data.StepLabels;
import org.prmlab.evaluation.LabelPair;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.labeling.AgreementRule;
import org.prmlab.labeling.ConsensusFilter;

/**
 * The consensus filter on a block: what {@code prmlab filter consensus} keeps and drops, and the
 * pairs that its report counts.
 *
 * @param mc whose labels in the first file
 * @param judge name of the labels in the second file
 * @param rule what agreement means
 * @param threshold a rollout rate above it is correct
 * @param field a field of the records to report by; empty for none
 */
public record ConsensusBlocks(
    LabelChoice mc, String judge, AgreementRule rule, double threshold, String field)
    implements BlockFunction {
  /** Output: records on which the sources agree. */
  public static final String KEPT = "kept";

  /** Output: records on which they do not, and those left open. */
  public static final String DROPPED = "dropped";

  /** Output: ids that the second file lacks. */
  public static final String ALONE = "alone";

  @Override
  public Map<String, List<String>> apply(Block block) {
    Map<String, List<String>> outputs =
        Map.of(
            KEPT,
            new ArrayList<>(),
            DROPPED,
            new ArrayList<>(),
            ALONE,
            new ArrayList<>(),
            LabelPairs.OUTPUT,
            new ArrayList<>());
    for (JoinedLine line : block.lines()) {
      add(line, outputs);
    }
    return outputs;
  }

  private void add(JoinedLine line, Map<String, List<String>> outputs) {
    LabeledSolution record = RecordLines.read(line.first());
    Map<String, String> by =
        field.isEmpty() ? Map.of() : Map.of(field, LabelLines.value(record, field, mc.file()));
    Optional<LabelPair> pair = PairBlocks.pair(mc.of(record), line);
    if (pair.isEmpty()) {
      add(outputs, ALONE, record.solution().id());
      return;
    }
    Binarization classes = new Binarization(threshold, NeutralRating.AS_CORRECT);
    boolean kept = new ConsensusFilter(rule, classes).split(List.of(pair.get())).kept().size() == 1;
    add(outputs, kept ? KEPT : DROPPED, PrmlabRecord.text(both(record, judge, pair.get())));
    LabeledSolution bare = WithoutTexts.of(record).withExtra(by);
    add(outputs, LabelPairs.OUTPUT, LabelPairs.text(bare, pair.get()));
  }

  private static void add(Map<String, List<String>> outputs, String name, String line) {
    outputs.getOrDefault(name, List.of()).add(line);
  }

  /** The record of what is kept: with the judge's labels too. */
  public static LabeledSolution both(LabeledSolution record, String judge, LabelPair pair) {
    if (record.labels(judge).isPresent()) {
      return record;
    }
    List<StepLabels> labels = new ArrayList<>(record.labels());
    labels.add(new StepLabels(judge, pair.second().values()));
    return record.withLabels(labels);
  }
}
