package org.prmlab.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.Fixture;
import org.prmlab.prm.PrmSettings;
import org.prmlab.prm.ProcessRewardModel;

class StepScorerTest {
  /** A real PRM whose step marker stands in what the policy wrote. */
  @Test
  void aPrmSaysWhatItCannotRead() {
    Problem problem = Problem.of("p", "spell it");
    PrmSettings settings =
        PrmSettings.withDefaults()
            .withCompute(ComputeSettings.withDefaults().withDevice("cpu").withThreads(1));
    try (var prm = ProcessRewardModel.load(Fixture.named("qwen2-prm").folder(), settings)) {
      StepScorer scorer = StepScorer.of(prm);
      Solution good = Solution.of("p/0", problem, List.of("one", "two"));
      Solution bad = Solution.of("p/1", problem, List.of("one <extra_0> two"));
      assertArrayEquals(
          prm.score(List.of(good)).get(0).values().toArray(),
          scorer.score(List.of(good)).get(0).values().toArray());
      assertEquals(Optional.empty(), scorer.refusal(good));
      assertEquals(prm.refusal(bad), scorer.refusal(bad));
      assertTrue(scorer.refusal(bad).orElseThrow().contains("2 step markers"));
    }
  }
}
