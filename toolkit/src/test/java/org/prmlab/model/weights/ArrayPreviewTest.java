package org.prmlab.model.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.prmlab.model.engine.ComputeDevice;
import org.prmlab.model.engine.TorchModule;

class ArrayPreviewTest {
  private static final String CAST =
      """
      class Cast(Module):
        __parameters__ = []
        __buffers__ = []
        training : bool
        def forward(self: __torch__.Cast, x: Tensor) -> Tensor:
          return torch.to(x, 15)
      """;

  private static TorchModule module;
  private static NDManager manager;

  @BeforeAll
  static void start() {
    byte[] archive = TorchScriptArchive.of(CAST, "Cast", Map.of());
    module = TorchModule.load(archive, ComputeDevice.named("cpu"));
    manager = module.scope();
  }

  @AfterAll
  static void end() {
    manager.close();
    module.close();
  }

  private static String text(NDArray array) {
    return ArrayPreview.of(array).orElseThrow().toString();
  }

  @Test
  void saysShapeTypeDeviceAndValues() {
    NDArray array = manager.create(new float[] {1, -2.5f, 3, 4, 5, 1e-9f}, new Shape(2, 3));
    assertEquals(
        """
        array (2, 3) float32 on cpu
        [[1.000, -2.500, 3.000],
         [4.000, 5.000, 1.000e-09]]""",
        text(array));
  }

  @Test
  void cutsWhatIsLong() {
    assertEquals(
        "array (100) int64 on cpu\n[0, 1, 2, 3, 4, 5, ...]",
        text(manager.arange(100).toType(DataType.INT64, false)));
    String many = text(manager.zeros(new Shape(50, 40, 30, 20)));
    assertTrue(many.startsWith("array (50, 40, 30, 20) float32 on cpu\n[[[[0.000, "), many);
    assertTrue(many.length() < 2000, many);
  }

  @Test
  void takesEveryShapeAndType() {
    assertEquals("array () float32 on cpu\n7.000", text(manager.create(7f)));
    assertEquals("array (0) float32 on cpu\n[]", text(manager.create(new float[0])));
    assertEquals(
        "array (2) boolean on cpu\n[true, false]",
        text(manager.create(new boolean[] {true, false})));
    assertEquals("array (1) uint8 on cpu\n[200]", text(bytes(200)));
    assertEquals(
        "array (1) float16 on cpu\n[0.5000]",
        text(manager.create(new float[] {0.5f}).toType(DataType.FLOAT16, false)));
  }

  private static NDArray bytes(int value) {
    return manager.create(new int[] {value}).toType(DataType.UINT8, false);
  }

  @Test
  void theValuesOfABfloat16ArrayAreNotRead() {
    PtNDManager scope = (PtNDManager) manager;
    IValue numbers = IValue.from(TorchModule.array(scope, new long[] {1, 2}, new Shape(2)));
    NDArray array = module.call(scope, "forward", numbers).get(0);
    assertEquals("array (2) unknown on cpu; values not shown, cast to float32 first", text(array));
  }

  @Test
  void aClosedArraySaysSo() {
    NDArray array = manager.create(new float[] {1});
    array.close();
    assertEquals(
        "array, closed: its memory was given back; show it before its manager closes", text(array));
  }

  @Test
  void whatIsNoArrayHasNoPreview() {
    assertTrue(ArrayPreview.of("text").isEmpty());
    assertTrue(ArrayPreview.of(new Shape(1)).isEmpty());
  }
}
