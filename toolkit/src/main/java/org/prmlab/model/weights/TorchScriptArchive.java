package org.prmlab.model.weights;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a TorchScript module from its source text: a zip of that text and a pickle that gives the
 * class and its attributes. The engine loads it like any exported module; no Python is needed.
 */
public final class TorchScriptArchive {
  private TorchScriptArchive() {}

  /**
   * The archive's bytes.
   *
   * @param attributes Integer, Double, a list of Integer, or {@link TensorList#EMPTY}, by name
   */
  public static byte[] of(String source, String className, Map<String, Object> attributes) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      add(zip, "data.pkl", pickle(className, attributes));
      add(zip, "code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
      add(zip, "constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
      add(zip, "version", "3\n".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** An attribute that starts as an empty list of tensors. */
  public enum TensorList {
    EMPTY
  }

  /** Pickle protocol 2: an object of the class, made without arguments, then its attributes. */
  private static byte[] pickle(String className, Map<String, Object> attributes)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.write(new byte[] {(byte) 0x80, 2});
    out.writeBytes("c__torch__\n" + className + "\n");
    out.write(new byte[] {')', (byte) 0x81, '}', '('});
    writeName(out, "training");
    out.write(0x89); // false
    for (var attribute : attributes.entrySet()) {
      writeName(out, attribute.getKey());
      writeValue(out, attribute.getValue());
    }
    out.writeBytes("ub.");
    return bytes.toByteArray();
  }

  private static void writeName(DataOutputStream out, String name) throws IOException {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    out.write('X');
    out.writeInt(Integer.reverseBytes(text.length));
    out.write(text);
  }

  private static void writeValue(DataOutputStream out, Object value) throws IOException {
    if (value instanceof Integer number) {
      out.write('J');
      out.writeInt(Integer.reverseBytes(number));
    } else if (value instanceof Double number) {
      out.write('G');
      out.writeDouble(number);
    } else if (value instanceof List<?> list) {
      out.writeBytes("ctorch.jit._pickle\nbuild_intlist\n(](");
      for (Object element : list) {
        writeValue(out, element);
      }
      out.writeBytes("etR");
    } else if (value == TensorList.EMPTY) {
      out.writeBytes("ctorch.jit._pickle\nbuild_tensorlist\n(]tR");
    } else {
      throw new IllegalArgumentException(
          value.getClass().getSimpleName()
              + " attribute; expected Integer, Double, List or TensorList");
    }
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    var entry = new ZipEntry("decoder/" + name);
    var sum = new CRC32();
    sum.update(content);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
