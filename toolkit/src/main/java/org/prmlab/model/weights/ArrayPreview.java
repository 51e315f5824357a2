package org.prmlab.model.weights;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What a page says of an array of the engine: its shape, element type and device, and its first
 * values. The engine's own text also names a handle in memory, which changes from run to run.
 *
 * @param heading such as {@code array (2, 3) float32 on cpu}; shape from the outermost dimension
 * @param values of the first rows and columns, cut ones as three dots; empty if they cannot be read
 */
public record ArrayPreview(String heading, String values) {
  private static final int SHOWN = 6; // elements of the last two dimensions
  private static final int OUTER_SHOWN = 2; // elements of those before
  private static final String ENGINE = "ai.djl.";

  /** The preview of an array, also of one that was closed; empty for anything else. */
  public static Optional<ArrayPreview> of(Object object) {
    // by name first: asking for the type would load the engine's classes into every notebook
    boolean isOfEngine = object.getClass().getName().startsWith(ENGINE);
    return isOfEngine && object instanceof NDArray array
        ? Optional.of(ofArray(array))
        : Optional.empty();
  }

  private static ArrayPreview ofArray(NDArray array) {
    if (array.isReleased()) {
      return new ArrayPreview(
          "array, closed: its memory was given back; show it before its manager closes", "");
    }
    Shape shape = array.getShape();
    String place = array.getDevice().toString().replaceAll("\\(\\)$", "");
    // The Java side has no bfloat16: the type of such an array is unknown to it.
    DataType type = array.getDataType();
    boolean isReadable = type.isFloating() || type.isInteger() || type.isBoolean();
    String heading =
        "array %s %s on %s".formatted(shape, type.name().toLowerCase(Locale.ROOT), place);
    if (!isReadable) {
      return new ArrayPreview(heading + "; values not shown, cast to float32 first", "");
    }
    return new ArrayPreview(heading, shape.size() == 0 ? "[]" : values(array));
  }

  private static String values(NDArray array) {
    if (array.getShape().isScalar()) {
      return element(array);
    }
    long length = array.getShape().get(0);
    int dimensions = array.getShape().dimension();
    long shown = Math.min(length, dimensions > 2 ? OUTER_SHOWN : SHOWN);
    StringJoiner elements = new StringJoiner(dimensions == 1 ? ", " : ",\n ", "[", "]");
    for (long i = 0; i < shown; i++) {
      try (NDArray part = array.get(i)) {
        elements.add(values(part).replace("\n", "\n "));
      }
    }
    if (length > shown) {
      elements.add("...");
    }
    return elements.toString();
  }

  private static String element(NDArray scalar) {
    DataType type = scalar.getDataType();
    if (type.isBoolean()) {
      return Boolean.toString(scalar.getBoolean());
    }
    if (type.isInteger()) {
      try (NDArray number = scalar.toType(DataType.INT64, true)) {
        return Long.toString(number.getLong());
      }
    }
    try (NDArray number = scalar.toType(DataType.FLOAT64, true)) {
      return String.format(Locale.ROOT, "%.4g", number.getDouble());
    }
  }

  @Override
  public String toString() {
    return values.isEmpty() ? heading : heading + "\n" + values;
  }
}
