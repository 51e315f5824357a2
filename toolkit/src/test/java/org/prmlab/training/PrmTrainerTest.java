package org.prmlab.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.PythonPeer;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.StepDataset;
import org.prmlab.data.StepScores;
import org.prmlab.data.Verdict;
import org.prmlab.model.CheckpointFolder;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.Fixture;
import org.prmlab.model.TokenRow;
import org.prmlab.model.engine.ComputeDevice;
import org.prmlab.prm.LabelTokens;
import org.prmlab.prm.PrmSettings;
import org.prmlab.prm.ProcessRewardModel;
import org.prmlab.prm.TokenScorer;

class PrmTrainerTest {
  private static final TrainingSettings FAST =
      TrainingSettings.withDefaults(5)
          .withEpochs(6)
          .withBatch(8)
          .withRate(new LearningRate(3e-3, 4, RateDecay.LINEAR, 0));

  @TempDir private Path folder;

  private TrainingJob job(String fixture, String out) {
    return TrainingJob.of(Fixture.named(fixture).folder(), folder.resolve(out))
        .withDevice(ComputeDevice.named("cpu"))
        .withSaveEvery(5);
  }

  private static TrainingReport train(TrainingJob job, TrainingProgress progress) {
    return PrmTrainer.of(job, FAST)
        .train(ToySteps.of("toy", 0, 48), StepTargets.withDefaults(), progress);
  }

  @Test
  void aPrmLearnsWhichStepsAreWrong() {
    TrainingSettings longer =
        FAST.withEpochs(25).withRate(new LearningRate(5e-3, 4, RateDecay.LINEAR, 0));
    TrainingReport report =
        PrmTrainer.of(job("token-classification", "prm"), longer)
            .train(
                ToySteps.of("toy", 0, 48), StepTargets.withDefaults(), TrainingProgress.silent());
    assertEquals("token-classification", report.family());
    assertEquals(150, report.steps());
    assertTrue(report.loss() < 0.2, "loss " + report.loss());
    PrmSettings settings =
        PrmSettings.withDefaults().withCompute(ComputeSettings.withDefaults().withDevice("cpu"));
    List<Solution> solutions =
        ToySteps.of("toy", 0, 48).stream().map(LabeledSolution::solution).toList();
    try (var prm = ProcessRewardModel.load(folder.resolve("prm"), settings)) {
      List<StepScores> all = prm.score(solutions);
      int found = 0;
      for (int i = 0; i < solutions.size(); i++) {
        double[] scores = all.get(i).values().toArray();
        int first = 0;
        while (first < 3 && scores[first] > 0.5) {
          first++;
        }
        found += first == (i % 2 == 0 ? 3 : i % 3) ? 1 : 0;
      }
      assertTrue(found >= 40, found + " of 48 found");
    }
  }

  /** The progress that stops it stands for a kill: nothing is written at that moment. */
  @Test
  void aTrainingThatWasInterruptedEndsWithTheSameBytes() throws IOException {
    train(job("qwen2-prm", "whole"), TrainingProgress.silent());
    TrainingJob cut = job("qwen2-prm", "cut");
    for (int stop : new int[] {7, 8, 21}) {
      assertThrows(
          Killed.class,
          () ->
              train(
                  cut,
                  state -> {
                    if (state.done() == stop) {
                      throw new Killed();
                    }
                  }));
    }
    assertEquals(20, train(cut, TrainingProgress.silent()).resumed());
    for (String file : List.of("model.safetensors", "config.json", "prmlab.json")) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("whole").resolve(file)),
          Files.readAllBytes(folder.resolve("cut").resolve(file)),
          file);
    }
    assertFalse(Files.exists(cut.state()), "the state is gone");
    assertEquals(36, train(cut, TrainingProgress.silent()).resumed(), "nothing left to do");
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Test
  void severalPassesGiveTheStepOfOne() {
    TrainingJob one = job("qwen2-prm", "one");
    TrainingJob many = job("qwen2-prm", "many");
    double a = train(one, TrainingProgress.silent()).loss();
    double b =
        PrmTrainer.of(many, FAST.withTokensPerPass(150))
            .train(ToySteps.of("toy", 0, 48), StepTargets.withDefaults(), TrainingProgress.silent())
            .loss();
    assertEquals(a, b, 1e-3);
  }

  @Test
  void theHeadAloneLearnsAtFirst() throws IOException {
    TrainingJob job = job("token-classification", "head");
    PrmTrainer.of(job, FAST.withEpochs(1).withHead(10, 100))
        .train(ToySteps.of("toy", 0, 48), StepTargets.withDefaults(), TrainingProgress.silent());
    Path before = Fixture.named("token-classification").folder();
    assertArrayEquals(
        embedding(before, "model.norm.weight"), embedding(job.out(), "model.norm.weight"));
    assertFalse(
        java.util.Arrays.equals(
            embedding(before, "score.weight"), embedding(job.out(), "score.weight")));
  }

  /** The bytes of one tensor. */
  private static byte[] embedding(Path checkpoint, String name) throws IOException {
    byte[] file = Files.readAllBytes(checkpoint.resolve("model.safetensors"));
    int header = java.nio.ByteBuffer.wrap(file).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt();
    JsonNode offsets = new ObjectMapper().readTree(file, 8, header).path(name).path("data_offsets");
    int start = 8 + header;
    return java.util.Arrays.copyOfRange(
        file, start + offsets.path(0).asInt(), start + offsets.path(1).asInt());
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource({
    "llama, qwen2-prm, prm",
    "mistral, token-classification, classifier",
    "token-classification, token-classification, classifier",
    "qwen3, token-classification, classifier",
    "qwen3, qwen2-prm, prm",
    "qwen2-window-yarn, token-classification, classifier"
  })
  void transformersLoadsWhatWasTrainedAndGivesTheSameScores(String init, String family, String kind)
      throws IOException, URISyntaxException {
    TrainingJob job = job(init, "trained").withFamily(family);
    train(job, TrainingProgress.silent());
    List<TokenRow> rows = Fixture.named(init).rows();
    Path file = Fixture.named(init).folder().resolve("reference.json");
    Path script =
        Path.of(
            Objects.requireNonNull(getClass().getResource("load_with_transformers.py")).toURI());
    JsonNode theirs =
        new ObjectMapper()
            .readTree(PythonPeer.run(script, kind, job.out().toString(), file.toString()));
    PrmSettings settings =
        PrmSettings.withDefaults().withCompute(ComputeSettings.withDefaults().withDevice("cpu"));
    try (var scorer = TokenScorer.load(job.out(), settings, LabelTokens.NONE)) {
      double[][] ours = scorer.score(rows);
      for (int row = 0; row < ours.length; row++) {
        for (int i = 0; i < ours[row].length; i++) {
          assertEquals(theirs.path(row).path(i).asDouble(-1), ours[row][i], 1e-5, "row " + row);
        }
      }
    }
  }

  @Test
  void provenanceSaysHowTheModelWasMade() {
    TrainingJob job = job("qwen2-prm", "prm");
    train(job, TrainingProgress.silent());
    JsonNode made = CheckpointFolder.at(job.out()).provenance().orElseThrow();
    assertEquals(5, made.path("seed").asInt());
    assertEquals("toy", made.path("data").path("name").asText());
    assertEquals(64, made.path("data").path("rows_sha256").asText().length());
    assertEquals(6, made.path("settings").path("epochs").asInt());
    assertEquals("DROP", made.path("targets").path("after_error").asText());
    assertEquals(36, made.path("steps").asInt());
  }

  @Test
  void aFolderOfAnotherRunIsRefused() {
    TrainingJob job = job("qwen2-prm", "prm");
    TrainingSettings other = FAST.withEpochs(7);
    assertThrows(
        Killed.class,
        () ->
            train(
                job,
                state -> {
                  if (state.done() == 6) {
                    throw new Killed();
                  }
                }));
    var error = assertThrows(IllegalStateException.class, () -> trainWith(job, other));
    assertEquals(
        job.state()
            + " holds a run of another model, other data or settings; remove it or name another"
            + " folder",
        error.getMessage());
    train(job, TrainingProgress.silent());
    error = assertThrows(IllegalStateException.class, () -> trainWith(job, other));
    assertEquals(
        job.out() + " holds a model of other data or settings; remove it or name another folder",
        error.getMessage());
  }

  private static void trainWith(TrainingJob job, TrainingSettings settings) {
    PrmTrainer.of(job, settings)
        .train(ToySteps.of("toy", 0, 48), StepTargets.withDefaults(), TrainingProgress.silent());
  }

  @Test
  void whatCannotBeTrainedIsAnError() {
    TrainingJob job = job("qwen2-prm", "prm");
    assertMessage(
        "PRM family 'skywork' is only read here; train one of [qwen2-prm, token-classification]",
        () -> trainWith(job.withFamily("skywork"), FAST));
    assertMessage(
        "toy: none of 48 solutions has labels of 'mc'; name another source of labels",
        () ->
            PrmTrainer.of(job, FAST)
                .train(
                    ToySteps.of("toy", 0, 48),
                    StepTargets.withDefaults().withSource("mc"),
                    TrainingProgress.silent()));
    Path init = Fixture.named("qwen2-prm").folder();
    assertMessage(
        init + " is the model to begin with; name another folder for the trained one",
        () -> TrainingJob.of(init, init));
    assertMessage("a save every 0 steps; expected at least 1", () -> job.withSaveEvery(0));
    Problem problem = Problem.of("p", "q");
    Solution solution = Solution.of("long", problem, List.of("x".repeat(600)));
    var data = StepDataset.of("d", List.of(LabeledSolution.of(solution, Verdict.allCorrect())));
    assertMessage(
        "solution 'long' has 703 tokens, the model reads at most 512; truncate solutions that"
            + " are too long, or leave it out",
        () ->
            PrmTrainer.of(job, FAST)
                .train(data, StepTargets.withDefaults(), TrainingProgress.silent()));
  }

  @Test
  void aRateThatIsTooHighIsAnErrorAndNoModel() {
    TrainingJob job = job("qwen2-prm", "prm");
    TrainingSettings wild = FAST.withRate(new LearningRate(1e30, 0, RateDecay.CONSTANT, 1));
    var error = assertThrows(IllegalStateException.class, () -> trainWith(job, wild));
    assertTrue(
        String.valueOf(error.getMessage())
            .matches("step \\d+: loss .*, gradient norm .*; lower the learning rate or warm up.*"),
        error.getMessage());
    assertEquals(Map.of(), org.prmlab.model.TrainableDecoder.aboutState(job.state()));
  }

  private static void assertMessage(
      String message, org.junit.jupiter.api.function.Executable action) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, action).getMessage());
  }
}
