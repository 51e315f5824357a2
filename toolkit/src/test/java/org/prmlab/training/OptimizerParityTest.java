package org.prmlab.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.model.AdamW;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.CheckpointFolder;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.Fixture;
import org.prmlab.model.Head;
import org.prmlab.model.Head.Bias;
import org.prmlab.model.Head.Layer;
import org.prmlab.model.TargetRow;
import org.prmlab.model.TokenRow;
import org.prmlab.model.TrainableDecoder;
import org.prmlab.model.TrainingLoss;
import org.prmlab.model.engine.ComputeDevice;
import org.prmlab.prm.LabelTokens;
import org.prmlab.prm.PrmSettings;
import org.prmlab.prm.TokenScorer;

/** Twenty steps against PyTorch's AdamW, by make_training.py. */
class OptimizerParityTest {
  private static final Head HEAD =
      Head.of(new Layer("score.0", 0, Bias.PRESENT), new Layer("score.2", 2, Bias.PRESENT));
  private static final AdamW ADAM_W =
      AdamW.withDefaults().withWeightDecay(0.1).withLargestNorm(0.5);
  private static final LearningRate RATE = new LearningRate(2e-3, 5, RateDecay.COSINE, 0.1);

  @TempDir private Path folder;

  @Test
  void twentyStepsGiveTheLossesNormsAndScoresOfPyTorch() throws IOException {
    JsonNode expected = reference();
    Fixture fixture = Fixture.named("qwen2-prm");
    Checkpoint checkpoint = Checkpoint.read(fixture.folder());
    try (var decoder = TrainableDecoder.load(checkpoint, HEAD, ComputeDevice.named("cpu"))) {
      for (int step = 0; step < 20; step++) {
        JsonNode wanted = expected.path("steps").path(step);
        double loss = accumulate(decoder, fixture.rows(), step);
        double rate = RATE.at(step, 20);
        double norm = decoder.update(ADAM_W, rate, 3 * rate);
        assertClose(wanted.path("loss").asDouble(), loss, "loss of step " + step);
        assertClose(wanted.path("norm").asDouble(), norm, "norm of step " + step);
      }
      CheckpointFolder.at(folder).save(decoder, checkpoint.architecture(), Map.of());
    }
    PrmSettings settings =
        PrmSettings.withDefaults().withCompute(ComputeSettings.withDefaults().withDevice("cpu"));
    try (var scorer = TokenScorer.load(folder, settings, LabelTokens.NONE)) {
      double[][] scores = scorer.score(fixture.rows());
      for (int row = 0; row < scores.length; row++) {
        for (int i = 0; i < scores[row].length; i++) {
          double wanted = expected.path("scores").path(row).path(i).asDouble();
          assertClose(wanted, scores[row][i], "score " + i + " of row " + row);
        }
      }
    }
  }

  /** Even steps are hard, odd ones soft; each row is a pass of its own. */
  private static double accumulate(TrainableDecoder decoder, List<TokenRow> rows, int step) {
    List<TokenRow> part = List.of(rows.get(step % 5), rows.get((step + 1) % 5));
    TrainingLoss kind = step % 2 == 0 ? TrainingLoss.CROSS_ENTROPY : TrainingLoss.SQUARED_ERROR;
    int reads = part.stream().mapToInt(TokenRow::scoredPositions).sum();
    int at = 0;
    double loss = 0;
    for (TokenRow row : part) {
      float[] targets = new float[row.scoredPositions()];
      for (int i = 0; i < targets.length; i++, at++) {
        targets[i] = step % 2 == 0 ? at % 2 : at % 9 / 8f;
      }
      List<TargetRow> pass = new ArrayList<>(List.of(TargetRow.of(row, targets)));
      for (float value : decoder.accumulate(pass, kind, 1.0 / reads)) {
        loss += value / reads;
      }
    }
    return loss;
  }

  private static void assertClose(double wanted, double found, String what) {
    assertEquals(wanted, found, 1e-6 + 1e-4 * wanted, what);
  }

  private static JsonNode reference() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(OptimizerParityTest.class.getResourceAsStream("reference.json"))) {
      return new ObjectMapper().readTree(in);
    }
  }
}
