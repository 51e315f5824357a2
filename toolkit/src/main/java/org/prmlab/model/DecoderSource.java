package org.prmlab.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The TorchScript source of the decoder. It stands in four files beside this class, each with some
 * of the methods of one TorchScript class; TorchScript wants them in one text.
 */
final class DecoderSource {
  /** The TorchScript class. */
  static final String CLASS_NAME = "Decoder";

  private static final String FIRST = "decoder.py";
  private static final List<String> OTHERS = List.of("loading.py", "training.py", "generation.py");
  private static final String CLASS_LINE = "class " + CLASS_NAME + "(Module):\n";

  private DecoderSource() {}

  /** All four as one text. */
  static String read() {
    var source = new StringBuilder(text(FIRST));
    for (String part : OTHERS) {
      String text = text(part);
      int at = text.indexOf(CLASS_LINE);
      if (at < 0) {
        throw new IllegalStateException(part + " has no line " + CLASS_LINE.strip());
      }
      source.append('\n').append(text, at + CLASS_LINE.length(), text.length());
    }
    return source.toString();
  }

  private static String text(String name) {
    try (@Nullable InputStream in = DecoderSource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the jar beside DecoderSource.class");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
