package org.prmlab.notebook.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.prmlab.data.Binarization;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.LabelPair;
import org.prmlab.labeling.ConsensusFilter;
import org.prmlab.report.ResultTable;
import org.prmlab.report.View;

/**
 * Solutions as dots, by what the rollouts and what the judge say; the threshold of the rollouts
 * moves the dots. Shares are of all solutions; a sample of them is drawn and can be read.
 */
final class ConsensusExplorable {
  private static final int DOTS = 160;
  private static final int EIGHTHS = 8;
  private static final int OPEN = -2;

  private final List<LabelPair> pairs;
  private final Map<String, Verdict> truths;

  private ConsensusExplorable(List<LabelPair> pairs, Map<String, Verdict> truths) {
    this.pairs = pairs;
    this.truths = truths;
  }

  static View of(List<LabelPair> pairs, Map<String, Verdict> truths) {
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("no solutions to show; at least one expected");
    }
    return new ConsensusExplorable(pairs, truths).view();
  }

  private View view() {
    String first = pairs.get(0).first().source();
    String second = pairs.get(0).second().source();
    List<Kept> kept =
        IntStream.range(0, EIGHTHS).mapToObj(i -> kept(i / (double) EIGHTHS)).toList();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("first", first);
    data.put("second", second);
    data.put("all", pairs.size());
    data.put(
        "thresholds", IntStream.range(0, EIGHTHS).mapToObj(i -> i / (double) EIGHTHS).toList());
    data.put("kept", kept.stream().map(Kept::kept).toList());
    data.put("open", kept.stream().map(Kept::open).toList());
    data.put("right", kept.stream().map(Kept::right).toList());
    data.put(
        "solutions",
        SolutionData.fitting(pairs, DOTS, this::solution).stream().map(this::solution).toList());
    String title = "Who agrees? %s and %s, solution by solution".formatted(first, second);
    ResultTable table = table(kept);
    return new ExplorePage("consensus", title, table.toHtml(), data).view(title + "\n" + table);
  }

  private ResultTable table(List<Kept> all) {
    ResultTable table =
        ResultTable.withColumns("threshold of the rollouts", "kept", "of these as in truth", "open")
            .withCaption("of %d solutions".formatted(pairs.size()));
    for (int i = 0; i < all.size(); i++) {
      Kept at = all.get(i);
      table = table.row(i + "/" + EIGHTHS, at.kept, at.right, at.open);
    }
    return table;
  }

  /**
   * What is kept of all solutions at a threshold.
   *
   * @param right kept ones whose common verdict is the truth
   * @param open those whose labels leave a verdict open
   */
  private record Kept(int kept, int right, int open) {}

  private Kept kept(double threshold) {
    ConsensusFilter filter = ConsensusFilter.withDefaults().withThreshold(threshold);
    ConsensusFilter.Split split = filter.split(pairs);
    long right =
        split.kept().stream()
            .filter(p -> p.second().verdict(filter.rule()).equals(Optional.of(truth(p))))
            .count();
    return new Kept(split.kept().size(), (int) right, split.open().size());
  }

  private Verdict truth(LabelPair pair) {
    Verdict truth = truths.get(pair.solution().id());
    if (truth == null) {
      throw new IllegalArgumentException(
          "solution '%s' has no reference verdict to compare with".formatted(pair.solution().id()));
    }
    return truth;
  }

  private Map<String, Object> solution(LabelPair pair) {
    Map<String, Object> data = SolutionData.of(pair.solution());
    data.put("truth", SolutionData.of(truth(pair)));
    List<Integer> verdicts = new ArrayList<>(); // of the rollouts, at each threshold
    for (int i = 0; i < EIGHTHS; i++) {
      verdicts.add(verdict(pair.first(), i / (double) EIGHTHS));
    }
    data.put("firstVerdicts", verdicts);
    data.put("secondVerdict", verdict(pair.second(), 0));
    data.put("firstLabels", pair.first().values().stream().map(ConsensusExplorable::text).toList());
    data.put(
        "secondLabels", pair.second().values().stream().map(ConsensusExplorable::text).toList());
    return data;
  }

  private static int verdict(StepLabels labels, double threshold) {
    Binarization rule = Binarization.withDefaults().withThreshold(threshold);
    return labels.verdict(rule).map(SolutionData::of).orElse(OPEN);
  }

  private static String text(StepLabel label) {
    if (label instanceof StepLabel.MonteCarlo counts) {
      return counts.correct() + " of " + counts.total();
    }
    if (label instanceof StepLabel.Soft soft) {
      return String.valueOf(soft.probability());
    }
    return label == StepLabel.Unlabeled.UNLABELED
        ? ""
        : label == StepLabel.Hard.CORRECT || label == StepLabel.Rating.POSITIVE
            ? "right"
            : label == StepLabel.Rating.NEUTRAL ? "neutral" : "wrong";
  }
}
