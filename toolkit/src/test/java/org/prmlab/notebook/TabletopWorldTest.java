package org.prmlab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.StepDataset;
import org.prmlab.model.engine.EngineThreads;

class TabletopWorldTest {
  @Test
  void openingAWorldLimitsNothingElse() {
    int threads = EngineThreads.all();
    String root = "../datasets/tabletop";
    assertEquals(1, TabletopWorld.open(root, 1).folder().number());
    assertEquals(threads, EngineThreads.all());
  }

  @Test
  void theLeadingProblemsOfEachTierKeepAllTheirSolutions() {
    List<LabeledSolution> solutions = new ArrayList<>();
    for (String problem : List.of("t1-00000", "t1-00001", "t1-00002", "t3-00000")) {
      for (int sample = 0; sample < 2; sample++) {
        Problem one = Problem.of(problem, problem);
        solutions.add(
            LabeledSolution.of(Solution.of(problem + "-" + sample, one, List.of("a step"))));
      }
    }
    StepDataset leading = TabletopWorld.leading(StepDataset.of("made", solutions), 2);
    assertEquals(
        List.of("t1-00000-0", "t1-00000-1", "t1-00001-0", "t1-00001-1", "t3-00000-0", "t3-00000-1"),
        leading.stream().map(s -> s.solution().id()).toList());
  }
}
