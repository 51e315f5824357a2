package org.prmlab.labeling;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.prmlab.data.Binarization;
import org.prmlab.evaluation.LabelPair;
import org.prmlab.evaluation.PairColumns;

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

    /** The ids of what is kept. */
    public Set<String> keptIds() {
      return kept.stream().map(pair -> pair.solution().id()).collect(Collectors.toSet());
    }
  }

  /** Divides the solutions, each part in their order. */
  public Split split(List<LabelPair> pairs) {
    byte[] agrees = agrees(PairColumns.of(pairs));
    List<LabelPair> kept = new ArrayList<>();
    List<LabelPair> dropped = new ArrayList<>();
    List<LabelPair> open = new ArrayList<>();
    for (int i = 0; i < agrees.length; i++) {
      (agrees[i] < 0 ? open : agrees[i] > 0 ? kept : dropped).add(pairs.get(i));
    }
    return new Split(kept, dropped, open);
  }

  /** For each pair 1 if it is kept, 0 if it is dropped, -1 if it is open. */
  public byte[] agrees(PairColumns pairs) {
    PairColumns.Classes classes = pairs.classes(rule);
    byte[] agrees = new byte[pairs.size()];
    for (int pair = 0; pair < agrees.length; pair++) {
      agrees[pair] = agreement.agrees(classes, pair);
    }
    return agrees;
  }
}
