package org.prmlab.tabletop;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.prmlab.model.AtomicFile;

/** Results as JSON files, written whole or not at all. */
final class OutcomeFile {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private OutcomeFile() {}

  static void write(Path file, Object outcome) {
    AtomicFile.writeBytes(
        file, () -> (JSON.writeValueAsString(outcome) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  static <T> T read(Path file, Class<T> type) {
    try {
      return JSON.readValue(Files.readAllBytes(file), type);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }
}
