package org.prmlab.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepDataset;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;
import org.prmlab.data.Verdict;
import org.prmlab.model.CheckpointFolder;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.Fixture;
import org.prmlab.model.engine.ComputeDevice;
import org.prmlab.prm.PrmSettings;
import org.prmlab.prm.ProcessRewardModel;

class HeldOutTest {
  private static final TrainingSettings FAST =
      TrainingSettings.withDefaults(5)
          .withEpochs(8)
          .withBatch(8)
          .withRate(new LearningRate(5e-3, 4, RateDecay.CONSTANT, 1));

  @TempDir private Path folder;

  private TrainingJob job(String out) {
    return TrainingJob.of(Fixture.named("qwen3").folder(), folder.resolve(out))
        .withFamily("token-classification")
        .withDevice(ComputeDevice.named("cpu"))
        .withSaveEvery(5);
  }

  private static TrainingReport train(TrainingJob job, HeldOut held, TrainingProgress progress) {
    return PrmTrainer.of(job, FAST)
        .withHeldOut(held)
        .train(ToySteps.of("toy", 0, 48), StepTargets.withDefaults(), progress);
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Test
  void theBestWeightsAreKeptAlsoByAWatchedRunThatWasKilled() throws IOException {
    HeldOut held = HeldOut.of(ToySteps.of("held", 48, 72)).withEverySteps(4).withPatience(3);
    List<TrainingProgress.State> states = new ArrayList<>();
    TrainingReport whole = train(job("whole"), held, states::add);
    HeldOutResult best =
        whole.heldOut().stream().min(Comparator.comparingDouble(HeldOutResult::loss)).get();
    assertEquals(4, whole.heldOut().get(0).step());
    assertEquals(whole.heldOut().get(0), states.get(3).heldOut().get());
    assertTrue(states.get(2).heldOut().isEmpty(), "nothing was measured by then");
    assertTrue(best.loss() < whole.heldOut().get(0).loss() && best.f1() > 0.5, "learned: " + best);
    TrainingJob cut = job("cut");
    for (int stop : new int[] {6, 13}) {
      assertThrows(
          Killed.class,
          () ->
              train(
                  cut,
                  held,
                  state -> {
                    if (state.done() == stop) {
                      throw new Killed();
                    }
                  }));
    }
    TrainingReport resumed = train(cut, held, TrainingProgress.silent());
    assertEquals(10, resumed.resumed());
    assertEquals(whole.heldOut(), resumed.heldOut());
    for (String file : List.of("model.safetensors", "prmlab.json")) {
      assertArrayEquals(
          Files.readAllBytes(job("whole").out().resolve(file)),
          Files.readAllBytes(cut.out().resolve(file)),
          file);
    }
    assertFalse(Files.exists(cut.best()), "the copy is gone");
    assertEquals(whole.heldOut(), train(cut, held, TrainingProgress.silent()).heldOut());
    JsonNode made = CheckpointFolder.at(cut.out()).provenance().orElseThrow();
    assertEquals(best.step(), made.path("kept_step").asInt());
    assertEquals("held", made.path("held_out_data").path("name").asText());
    checkF1(best, held.data());
  }

  /** By hand, from the scores of the model that was saved. */
  private void checkF1(HeldOutResult best, StepDataset held) {
    PrmSettings settings =
        PrmSettings.withDefaults().withCompute(ComputeSettings.withDefaults().withDevice("cpu"));
    double[] right = new double[2];
    try (var prm = ProcessRewardModel.load(job("whole").out(), settings)) {
      for (LabeledSolution labeled : held.solutions()) {
        Verdict truth = labeled.verdict().orElseThrow();
        Verdict found = prm.score(List.of(labeled.solution())).get(0).verdict(0.5);
        right[truth.hasError() ? 1 : 0] += found.equals(truth) ? 1.0 / 12 : 0;
      }
    }
    assertEquals(2 * right[0] * right[1] / (right[0] + right[1]), best.f1(), 1e-9);
  }

  @Test
  void patienceEndsATraining() {
    // A rate so high that nothing gets better: the first measurement stays the best.
    TrainingSettings wild = FAST.withRate(new LearningRate(0.5, 0, RateDecay.CONSTANT, 1));
    HeldOut held = HeldOut.of(ToySteps.of("held", 48, 60)).withEverySteps(2).withPatience(2);
    TrainingReport report =
        PrmTrainer.of(job("stopped"), wild)
            .withHeldOut(held)
            .train(
                ToySteps.of("toy", 0, 48), StepTargets.withDefaults(), TrainingProgress.silent());
    assertTrue(report.steps() < 48, report.steps() + " steps");
    int last = report.heldOut().size() - 1;
    int best =
        report
            .heldOut()
            .indexOf(
                report.heldOut().stream()
                    .min(Comparator.comparingDouble(HeldOutResult::loss))
                    .get());
    assertEquals(2, last - best);
    assertTrue(
        report
            .toString()
            .contains(
                ", kept the weights of step %d: held-out loss "
                    .formatted(report.heldOut().get(best).step())),
        report.toString());
  }

  @Test
  void countsAreLearnedFromWithALikelihood() {
    List<LabeledSolution> solutions = new ArrayList<>();
    for (LabeledSolution labeled : ToySteps.of("toy", 0, 24).solutions()) {
      Verdict verdict = labeled.verdict().orElseThrow();
      List<StepLabel> counts = new ArrayList<>();
      for (int step = 0; step < 3; step++) {
        boolean wrong = verdict.hasError() && step >= verdict.earliestError().getAsInt();
        counts.add(StepLabel.monteCarlo(wrong ? 0 : 6, 8));
      }
      solutions.add(LabeledSolution.of(labeled.solution(), new StepLabels("mc", counts)));
    }
    StepDataset mc = StepDataset.of("mc", solutions);
    StepTargets targets = StepTargets.withDefaults().withKind(TargetKind.BETA_BINOMIAL);
    TrainingReport report =
        PrmTrainer.of(job("beta"), FAST.withEpochs(20))
            .withHeldOut(HeldOut.of(mc))
            .train(mc, targets, TrainingProgress.silent());
    List<HeldOutResult> held = report.heldOut();
    assertEquals(20, held.size());
    assertTrue(held.get(19).loss() < 0.7 * held.get(0).loss(), report.toString());
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                PrmTrainer.of(job("none"), FAST)
                    .train(ToySteps.of("toy", 0, 8), targets, TrainingProgress.silent()));
    assertEquals(
        "solution 's0', step 0: label CORRECT has no count of rollouts, which beta-binomial targets"
            + " need; take hard or soft ones",
        error.getMessage());
  }

  @Test
  void heldOutDataThatGiveNoF1AreAnError() {
    StepDataset same = StepDataset.of("same", ToySteps.of("x", 0, 2).solutions().subList(0, 1));
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> train(job("x"), HeldOut.of(same), TrainingProgress.silent()));
    assertEquals(
        "same: 0 of its 1 labeled solutions have an error; F1 on held-out data needs some with and"
            + " some without",
        error.getMessage());
    error = assertThrows(IllegalArgumentException.class, () -> HeldOut.of(same).withEverySteps(-1));
    assertEquals(
        "a measurement every -1 steps, patience of 0; expected at least 0 each",
        error.getMessage());
  }
}
