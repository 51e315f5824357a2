package org.prmlab.tabletop.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.model.DecoderShape;
import org.prmlab.tabletop.program.ProgramTokens;
import org.prmlab.tabletop.world.PolicyTrainer.Outcome;
import org.prmlab.training.TrainingProgress;

/** Policies, trained for a moment. */
class PolicyTrainerTest {
  static final DecoderShape SHAPE = new DecoderShape(32, 2, 2, 1, 64, ProgramTokens.SIZE, 128);
  static final BaseText TEXT = new BaseText(List.of(1.0, 1.0, 1.0, 1.0), 0.3);

  @TempDir private Path folder;

  static PolicyStop stop(int mostSteps) {
    return new PolicyStop(0, 0, mostSteps);
  }

  static Outcome train(Path out, int steps) {
    var settings = new PolicySettings(TEXT, 4e-3, 512, stop(steps), 5);
    return PolicyTrainer.of(settings, 101, TrainingProgress.silent()).train(SHAPE, out);
  }

  @Test
  void aPolicyLearnsAndTheSameSeedGivesTheSameBytes() throws IOException {
    Outcome brief = train(folder.resolve("a"), 70);
    Outcome longer = train(folder.resolve("b"), 250);
    assertEquals(75, brief.steps());
    assertTrue(longer.solveLoss() < brief.solveLoss(), brief + " then " + longer);
    train(folder.resolve("c"), 70);
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("a/model.safetensors")),
        Files.readAllBytes(folder.resolve("c/model.safetensors")));
  }

  @Test
  void anInterruptedTrainingGoesOnToTheSameBytes() throws IOException {
    train(folder.resolve("whole"), 230);
    var settings = new PolicySettings(TEXT, 4e-3, 512, stop(230), 5);
    var stopped =
        PolicyTrainer.of(
            settings,
            101,
            state -> {
              if (state.done() == 215) {
                throw new IllegalStateException("stopped");
              }
            });
    Path out = folder.resolve("stopped");
    assertThrows(IllegalStateException.class, () -> stopped.train(SHAPE, out));
    List<Integer> ran = new ArrayList<>();
    PolicyTrainer.of(settings, 101, state -> ran.add(state.done())).train(SHAPE, out);
    assertEquals(201, ran.get(0));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("whole/model.safetensors")),
        Files.readAllBytes(out.resolve("model.safetensors")));
    ran.clear();
    PolicyTrainer.of(settings, 101, state -> ran.add(state.done())).train(SHAPE, out);
    assertEquals(List.of(), ran, "a finished model is not trained again");
    var error =
        assertThrows(
            IllegalStateException.class,
            () -> PolicyTrainer.of(settings, 102, state -> {}).train(SHAPE, out));
    assertTrue(String.valueOf(error.getMessage()).contains("another seed"), error.getMessage());
  }

  /**
   * Both stop where held-out text says so, far from the most steps; the second goes on to there.
   */
  @Test
  void aTrainingStopsWhereHeldOutTextSaysSo() throws IOException {
    var text = new BaseText(List.of(1.0, 0.0, 0.0, 0.0), 0.3, 0.25);
    var enough = new PolicyStop(9, 9, 5000);
    var settings = new PolicySettings(text, 4e-3, 256, enough, 5);
    Outcome whole =
        PolicyTrainer.of(settings, 3, TrainingProgress.silent()).train(SHAPE, folder.resolve("a"));
    assertEquals(205, whole.steps(), "held-out text is read every 200 steps");
    var stopped =
        PolicyTrainer.of(
            settings,
            3,
            state -> {
              if (state.done() == 203) {
                throw new IllegalStateException("stopped");
              }
            });
    assertThrows(IllegalStateException.class, () -> stopped.train(SHAPE, folder.resolve("b")));
    PolicyTrainer.of(settings, 3, TrainingProgress.silent()).train(SHAPE, folder.resolve("b"));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("a/model.safetensors")),
        Files.readAllBytes(folder.resolve("b/model.safetensors")));
    var heldOut = HeldOutText.of(2);
    List<HeldOutText.Losses> losses = heldOut.losses(folder.resolve("a"));
    assertEquals(losses, heldOut.losses(folder.resolve("b")));
    TabletopFolder.write(folder.resolve("new"), SHAPE, 3);
    assertTrue(
        losses.get(0).results() < heldOut.losses(folder.resolve("new")).get(0).results(),
        "trained on the first tier: " + losses);
  }
}
