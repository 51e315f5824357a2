package org.prmlab.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prmlab.model.Head.Bias;
import org.prmlab.model.Head.Layer;
import org.prmlab.model.engine.ComputeDevice;

/** Loss and gradients of PyTorch's autograd over transformers' models, by make_fixtures.py. */
class TrainableDecoderTest {
  private static final Head HEAD =
      Head.of(new Layer("score.0", 0, Bias.PRESENT), new Layer("score.2", 2, Bias.PRESENT));

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"qwen2-prm", "qwen3", "qwen2-window-yarn", "llama-biases-dynamic"})
  void gradientsReachEveryWeightAsInPyTorch(String name) {
    Fixture fixture = Fixture.named(name);
    Head head = name.equals("qwen2-prm") ? HEAD : Head.ofVocabulary();
    JsonNode expected = fixture.reference().path("gradients");
    List<TokenRow> rows = new ArrayList<>();
    expected.path("rows").forEach(row -> rows.add(fixture.rows().get(row.asInt())));
    int[] labels = Fixture.ints(expected.path("labels"));
    List<TargetRow> targets = new ArrayList<>();
    int at = 0;
    for (TokenRow row : rows) {
      float[] classes = new float[row.scoredPositions()];
      for (int i = 0; i < classes.length; i++) {
        classes[i] = labels[at++];
      }
      targets.add(TargetRow.of(row, classes));
    }
    ComputeDevice cpu = ComputeDevice.named("cpu");
    try (var decoder = TrainableDecoder.load(Checkpoint.read(fixture.folder()), head, cpu)) {
      float[] losses = decoder.accumulate(targets, TrainingLoss.CROSS_ENTROPY, 1.0 / labels.length);
      double loss = 0;
      for (float value : losses) {
        loss += value / labels.length;
      }
      assertEquals(expected.path("loss").asDouble(), loss, 1e-5);
      Map<String, float[]> gradients = decoder.gradients();
      assertEquals(expected.path("norms").size(), gradients.size());
      for (var norm : expected.path("norms").properties()) {
        float[] gradient = gradients.getOrDefault(norm.getKey(), new float[] {Float.NaN});
        double squares = 0;
        for (float g : gradient) {
          squares += (double) g * g;
        }
        double wanted = norm.getValue().asDouble();
        assertEquals(wanted, Math.sqrt(squares), 1e-6 + 1e-4 * wanted, norm.getKey());
      }
    }
  }
}
