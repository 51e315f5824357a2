package org.prmlab.labeling;

import java.util.List;
import org.prmlab.data.Binarization;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.NeutralRating;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;

/**
 * PRM800K's human ratings as two-class labels. What a neutral rating becomes is the caller's
 * choice: the paper counts it as correct, TRL as incorrect.
 *
 * @see <a href="https://arxiv.org/abs/2305.20050">Lightman et al. 2023, section 2.4</a>
 */
public final class HumanLabels {
  /** The name of the source, in records. */
  public static final String SOURCE = "human";

  private HumanLabels() {}

  /**
   * The solution with hard labels in place of its ratings.
   *
   * @throws IllegalArgumentException if it has no human labels
   */
  public static LabeledSolution of(LabeledSolution rated, NeutralRating neutral) {
    StepLabels ratings =
        rated
            .labels(SOURCE)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "solution '%s' has no labels of '%s', but of %s; is this PRM800K?"
                            .formatted(
                                rated.solution().id(),
                                SOURCE,
                                rated.labels().stream().map(StepLabels::source).toList())));
    Binarization rule = Binarization.withDefaults().withNeutral(neutral);
    List<StepLabel> labels =
        ratings.values().stream()
            .map(r -> r.hard(rule).<StepLabel>map(l -> l).orElse(StepLabel.Unlabeled.UNLABELED))
            .toList();
    return rated.withLabels(
        rated.labels().stream()
            .map(l -> l.source().equals(SOURCE) ? new StepLabels(SOURCE, labels) : l)
            .toList());
  }
}
