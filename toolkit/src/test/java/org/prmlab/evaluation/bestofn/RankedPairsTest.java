package org.prmlab.evaluation.bestofn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.stats.Bootstrap;

class RankedPairsTest {
  private static final Bootstrap BOOTSTRAP = Bootstrap.withDefaults().withResamples(100);
  private final List<LabeledSolution> samples = new ArrayList<>();

  private void sample(String problem, boolean right, double score) {
    Solution solution =
        new Solution(
            problem + samples.size(),
            Problem.of(problem, problem + "?"),
            "",
            List.of("step"),
            Optional.empty(),
            Optional.of(right));
    samples.add(LabeledSolution.of(solution).withScores(Map.of("prm", List.of(score))));
  }

  private RankedPairs measured() {
    return RankedPairs.of(
        samples,
        s -> s.scores().values().iterator().next().get(0),
        s -> s.problem().id().charAt(0),
        BOOTSTRAP);
  }

  @Test
  void aScoreOfTheProblemAloneOrdersOnlyBetweenProblems() {
    for (int i = 0; i < 10; i++) {
      sample("easy" + i, true, 0.9);
      sample("easy" + i, i > 7, 0.9);
      sample("e-hard" + i, false, 0.1);
      sample("e-hard" + i, i > 7, 0.1);
    }
    RankedPairs pairs = measured();
    assertEquals(0.5, pairs.within().orElseThrow().value());
    assertTrue(pairs.between().orElseThrow() > 0.75, pairs.toString());
  }

  @Test
  void pairsOfDifferentPartsDoNotCount() {
    sample("a", true, 0.1);
    sample("b", false, 0.9);
    assertTrue(measured().between().isEmpty());
    assertTrue(measured().within().isEmpty());
    sample("a", false, 0.2);
    sample("a", false, 0.05);
    assertEquals(0.5, measured().within().orElseThrow().value());
  }
}
