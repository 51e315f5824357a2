package org.prmlab.model;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.prmlab.model.Head.Bias;
import org.prmlab.model.Head.Layer;
import org.prmlab.model.folder.CheckpointException;
import org.prmlab.model.weights.WeightFiles;

/** A small PRM's folder for a test to break. */
record BrokenCheckpoint(Path folder) {
  static final BrokenCheckpoint NOWHERE = new BrokenCheckpoint(Path.of(""));

  private static final Head HEAD =
      Head.of(new Layer("score.0", 0, Bias.PRESENT), new Layer("score.2", 2, Bias.PRESENT));

  /** Copies the PRM, whole, into a folder. */
  static BrokenCheckpoint in(Path folder) throws IOException {
    Path source = Fixture.named("qwen2-prm").folder();
    for (String name : List.of("config.json", WeightFiles.SINGLE)) {
      Files.copy(source.resolve(name), folder.resolve(name));
    }
    return new BrokenCheckpoint(folder);
  }

  /** Expects that loading fails with a message that holds this. */
  void fails(String expected) {
    fails(expected, HEAD);
  }

  void fails(String expected, Head head) {
    var error =
        assertThrows(
            CheckpointException.class,
            () ->
                Decoder.load(
                        Checkpoint.read(folder),
                        head,
                        ComputeSettings.withDefaults().withDevice("cpu"))
                    .close());
    String message = String.valueOf(error.getMessage());
    assertTrue(message.contains(expected), message);
  }
}
