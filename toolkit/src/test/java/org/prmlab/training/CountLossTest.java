package org.prmlab.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.Fixture;
import org.prmlab.model.Head;
import org.prmlab.model.Head.Bias;
import org.prmlab.model.Head.Layer;
import org.prmlab.model.TargetRow;
import org.prmlab.model.TokenRow;
import org.prmlab.model.TrainableDecoder;
import org.prmlab.model.TrainingLoss;
import org.prmlab.model.engine.ComputeDevice;

/** The Beta-Binomial loss against PyTorch, by make_counts.py. */
class CountLossTest {
  private static final Head HEAD =
      Head.of(new Layer("score.0", 0, Bias.PRESENT), new Layer("score.2", 2, Bias.PRESENT));

  private static TrainableDecoder decoder() {
    Checkpoint checkpoint = Checkpoint.read(Fixture.named("qwen2-prm").folder());
    return TrainableDecoder.load(checkpoint, HEAD, ComputeDevice.named("cpu"));
  }

  @Test
  void lossesAndGradientsAreThoseOfPyTorch() throws IOException {
    JsonNode expected = read();
    int[] successes = Fixture.ints(expected.path("successes"));
    int[] trials = Fixture.ints(expected.path("trials"));
    List<TargetRow> rows = new ArrayList<>();
    int at = 0;
    for (TokenRow row : Fixture.named("qwen2-prm").rows().subList(1, 3)) {
      int to = at + row.scoredPositions();
      rows.add(TargetRow.ofCounts(row, floats(successes, at, to), floats(trials, at, to)));
      at = to;
    }
    try (TrainableDecoder decoder = decoder()) {
      float[][] assessed = decoder.assess(rows, TrainingLoss.BETA_BINOMIAL);
      float[] losses = decoder.accumulate(rows, TrainingLoss.BETA_BINOMIAL, 1.0 / successes.length);
      for (int i = 0; i < losses.length; i++) {
        double wanted = expected.path("losses").path(i).asDouble();
        assertEquals(wanted, losses[i], 1e-5 + 1e-4 * wanted, "loss " + i);
        assertEquals(losses[i], assessed[i][0], 1e-6, "assessed " + i);
        assertTrue(assessed[i][1] > 0 && assessed[i][1] < 1, "probability " + i);
      }
      Map<String, float[]> gradients = decoder.gradients();
      for (var norm : expected.path("norms").properties()) {
        double squares = 0;
        for (float g : gradients.getOrDefault(norm.getKey(), new float[] {Float.NaN})) {
          squares += (double) g * g;
        }
        double wanted = norm.getValue().asDouble();
        assertEquals(wanted, Math.sqrt(squares), 1e-6 + 1e-4 * wanted, norm.getKey());
      }
    }
  }

  @Test
  void aRowWithoutCountsIsRefused() {
    TokenRow row = TokenRow.of(new int[] {1, 2}, new int[] {1});
    try (TrainableDecoder decoder = decoder()) {
      List<TargetRow> rows = List.of(TargetRow.of(row, new float[1]));
      var error =
          assertThrows(
              IllegalArgumentException.class,
              () -> decoder.assess(rows, TrainingLoss.BETA_BINOMIAL));
      assertEquals("a row has no counts; the Beta-Binomial loss needs them", error.getMessage());
    }
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> TargetRow.ofCounts(row, new float[] {3}, new float[] {2}));
    assertEquals(
        "read 0: 3.0 successes among 1 counts of trials; expected at most its own trials",
        error.getMessage());
  }

  private static float[] floats(int[] numbers, int from, int to) {
    int[] part = Arrays.copyOfRange(numbers, from, to);
    float[] result = new float[part.length];
    for (int i = 0; i < part.length; i++) {
      result[i] = part[i];
    }
    return result;
  }

  private static JsonNode read() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(CountLossTest.class.getResourceAsStream("counts.json"))) {
      return new ObjectMapper().readTree(in);
    }
  }
}
