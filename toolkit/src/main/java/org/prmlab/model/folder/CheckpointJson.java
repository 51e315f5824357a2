package org.prmlab.model.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the small JSON files of a checkpoint folder. */
public final class CheckpointJson {
  private static final long LARGEST = 64L << 20; // bytes
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private CheckpointJson() {}

  /** The object in a file. */
  public static JsonNode read(Path file) {
    try {
      CheckpointFiles.requireContent(file);
      if (Files.size(file) > LARGEST) {
        throw CheckpointException.at(
            file, "%d bytes, more than the %d expected at most", Files.size(file), LARGEST);
      }
      JsonNode json = JSON.readTree(Files.readAllBytes(file));
      if (!json.isObject()) {
        throw CheckpointException.at(file, "not a JSON object; download it again");
      }
      return json;
    } catch (NoSuchFileException e) {
      throw CheckpointException.because(file, "no such file; is this a checkpoint folder?", e);
    } catch (JsonProcessingException e) {
      throw CheckpointException.because(
          file, "not valid JSON (" + e.getOriginalMessage() + "); download it again", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
