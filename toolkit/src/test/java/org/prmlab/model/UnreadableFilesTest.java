package org.prmlab.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prmlab.model.folder.CheckpointException;

/** Files of a checkpoint folder that stand for something else than their content. */
class UnreadableFilesTest {
  @TempDir private Path folder;

  private Path copy(String missing) throws IOException {
    Path source = Fixture.named("qwen2-prm").folder();
    for (String name :
        new String[] {
          "config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json"
        }) {
      if (!name.equals(missing)) {
        Files.copy(source.resolve(name), folder.resolve(name));
      }
    }
    return folder.resolve(missing);
  }

  private void assertRefused(String message) {
    var error =
        assertThrows(CheckpointException.class, () -> Checkpoint.read(folder).text().close());
    assertEquals(message, error.getMessage());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json"})
  void aGitLfsPointerIsNamed(String name) throws IOException {
    Path file = copy(name);
    Files.writeString(
        file, "version https://git-lfs.github.com/spec/v1\noid sha256:00ab\nsize 123456\n");
    assertRefused(
        file + ": a Git LFS pointer, not the file itself; run git lfs pull in its folder");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json"})
  void aPipeIsNotWaitedFor(String name) throws IOException, InterruptedException {
    Path file = copy(name);
    assumeTrue(makePipe(file), "mkfifo");
    assertRefused(file + ": not a regular file; download it again");
  }

  @Test
  void aMissingTokenizerIsNamed() throws IOException {
    Path file = copy("tokenizer.json");
    assertRefused(file + ": no such file; the fast tokenizer's file is needed to read text");
  }

  private static boolean makePipe(Path file) throws InterruptedException {
    try {
      return new ProcessBuilder("mkfifo", file.toString()).start().waitFor() == 0;
    } catch (IOException e) {
      return false; // no such program here
    }
  }
}
