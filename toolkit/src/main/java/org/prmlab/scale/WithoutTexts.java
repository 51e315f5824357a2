package org.prmlab.scale;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.model.folder.Fingerprint;

/**
 * Solutions without the texts of their steps, a hash in place of the problem's: what measuring
 * needs, a few hundred bytes each. Everything that is not a text stays as it is.
 */
final class WithoutTexts {
  private static final int PROBLEM = 32; // hexadecimal digits: 128 bits

  private WithoutTexts() {}

  static LabeledSolution of(LabeledSolution labeled) {
    Solution whole = labeled.solution();
    String hash = new Fingerprint().add("problem", whole.problem().key().text()).hex();
    Solution bare =
        new Solution(
            whole.id(),
            Problem.of(whole.problem().id(), hash.substring(0, PROBLEM)),
            whole.generator(),
            Collections.nCopies(whole.steps().size(), ""),
            Optional.empty(),
            whole.finalAnswerCorrect());
    return new LabeledSolution(
        bare, labeled.verdict(), labeled.labels(), Map.of(), Map.of(), Map.of(), Map.of());
  }
}
