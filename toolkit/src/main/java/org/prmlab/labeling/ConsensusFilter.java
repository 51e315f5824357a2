package org.prmlab.labeling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.prmlab.data.Binarization;
import org.prmlab.evaluation.LabelPair;

/**
 * Keeps the solutions on which two sources of labels agree (the paper, sections 3.1.3 and 4).
 *
 * @param agreement what agreement means
 * @param rule how rates and ratings become two classes
 */
public record ConsensusFilter(AgreementRule agreement, Binarization rule) {

  /** The paper's choices: the same first error, any rollout correct. */
  public static ConsensusFilter withDefaults() {
    return new ConsensusFilter(AgreementRule.FIRST_ERROR, Binarization.withDefaults());
  }

  public ConsensusFilter withAgreement(AgreementRule agreement) {
    return new ConsensusFilter(agreement, rule);
  }

  public ConsensusFilter withThreshold(double threshold) {
    return new ConsensusFilter(agreement, rule.withThreshold(threshold));
  }

  /**
   * What a filter makes of some solutions.
   *
   * @param kept the sources agree
   * @param dropped they do not
   * @param open the labels of either leave its verdict open: neither kept nor counted as dropped
   */
  public record Split(List<LabelPair> kept, List<LabelPair> dropped, List<LabelPair> open) {
    public Split {
      kept = List.copyOf(kept);
      dropped = List.copyOf(dropped);
      open = List.copyOf(open);
    }
  }

  /** Divides the solutions, each part in their order. */
  public Split split(List<LabelPair> pairs) {
    List<LabelPair> kept = new ArrayList<>();
    List<LabelPair> dropped = new ArrayList<>();
    List<LabelPair> open = new ArrayList<>();
    for (LabelPair pair : pairs) {
      Optional<Boolean> agrees = agreement.agrees(pair, rule);
      (agrees.isEmpty() ? open : agrees.get() ? kept : dropped).add(pair);
    }
    return new Split(kept, dropped, open);
  }
}
