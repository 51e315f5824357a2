package org.prmlab.tabletop.world;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.prmlab.data.AtomicFile;

/** Results as JSON files, written whole or not at all. */
final class OutcomeFile {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private OutcomeFile() {}

  public static void write(Path file, Object outcome) {
    AtomicFile.writeBytes(
        file, () -> (JSON.writeValueAsString(outcome) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Writes it in one line, compressed. */
  public static void writeCompressed(Path file, Object outcome) {
    AtomicFile.writeBytes(
        file,
        () -> {
          var bytes = new ByteArrayOutputStream();
          try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(
                JSON.writer()
                    .without(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsBytes(outcome));
          }
          return bytes.toByteArray();
        });
  }

  public static <T> T read(Path file, Class<T> type) {
    try (InputStream in = Files.newInputStream(file)) {
      return JSON.readValue(isCompressed(file) ? new GZIPInputStream(in) : in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }

  private static boolean isCompressed(Path file) {
    return file.toString().endsWith(".gz");
  }
}
