package org.prmlab.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prmlab.model.Head.Bias;
import org.prmlab.model.Head.Layer;

/** Loss and gradients of PyTorch's autograd over transformers' Qwen2, by make_fixtures.py. */
class TrainableDecoderTest {
  private static final Head HEAD =
      Head.of(new Layer("score.0", 0, Bias.PRESENT), new Layer("score.2", 2, Bias.PRESENT));

  @Test
  void gradientsReachEveryWeightAsInPyTorch() {
    Fixture fixture = Fixture.named("qwen2-prm");
    JsonNode expected = fixture.reference().path("gradients");
    List<TokenRow> rows = new ArrayList<>();
    expected.path("rows").forEach(row -> rows.add(fixture.rows().get(row.asInt())));
    int[] labels = Fixture.ints(expected.path("labels"));
    ComputeDevice cpu = ComputeDevice.named("cpu");
    try (var decoder = TrainableDecoder.load(Checkpoint.read(fixture.folder()), HEAD, cpu);
        NDManager scope = decoder.scope()) {
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray logs = decoder.logits(scope, rows).logSoftmax(1);
        NDArray chosen = logs.mul(scope.create(labels).oneHot(2)).sum();
        NDArray loss = chosen.neg().div(labels.length);
        assertEquals(expected.path("loss").asDouble(), loss.getFloat(), 1e-5);
        collector.backward(loss);
      }
      Map<String, NDArray> gradients = decoder.gradients(scope);
      assertEquals(expected.path("norms").size(), gradients.size());
      for (var norm : expected.path("norms").properties()) {
        NDArray gradient = gradients.get(norm.getKey());
        double found = gradient == null ? Double.NaN : gradient.norm().getFloat();
        double wanted = norm.getValue().asDouble();
        assertEquals(wanted, found, 1e-6 + 1e-4 * wanted, norm.getKey());
      }
    }
  }
}
