package org.prmlab.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prmlab.data.DatasetCard;

class FolderReadmeTest {
  private static final Path SHIPPED = Path.of("..", "datasets");

  @TempDir private Path folder;

  @Test
  void theReadmeBesideTheFileIsAsked() throws IOException {
    write("README.md", "---\nlicense: mit\norigin: \"a person: by hand\"\n---\n# Title\n");
    DatasetCard card = card("data.jsonl");
    assertEquals(Optional.of("mit"), card.licence());
    assertEquals("a person: by hand", card.origin());
  }

  @Test
  void theFolderAboveIsAskedNext() throws IOException {
    write("README.md", "---\nlicense: mit\n---\n");
    assertEquals(Optional.of("mit"), card("world/data.jsonl").licence());
    assertEquals("", card("world/data.jsonl").origin());
    assertEquals(Optional.empty(), card("too/deep/data.jsonl").licence());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# A title\nlicense: mit\n",
        "---\nlicense: mit\n# never closed\n",
        "---\nlicense:\n- mit\n---\n",
        "---\ndataset_info:\n  license: mit\n---\n",
        "---\nlicense: [mit]\n---\n"
      })
  void whatIsNotSaidPlainlyStaysUnknown(String readme) throws IOException {
    write("README.md", readme);
    assertEquals(Optional.empty(), card("data.jsonl").licence());
  }

  @Test
  void bytesThatAreNoTextDoNotStopTheReading() throws IOException {
    Files.write(folder.resolve("README.md"), new byte[] {'-', '-', '-', '\n', (byte) 0xff, '\n'});
    assertEquals(Optional.empty(), card("data.jsonl").licence());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "first-look/flamingos.jsonl",
        "steps/word-problems.json",
        "tabletop/world-1/step-errors.jsonl.gz"
      })
  void shippedDataSaysWhereItComesFrom(String file) {
    DatasetCard card = Formats.read(SHIPPED.resolve(file)).card();
    assertEquals(Optional.of("apache-2.0"), card.licence());
    assertFalse(card.origin().isEmpty());
  }

  private DatasetCard card(String file) throws IOException {
    write(file, Records.line("processbench"));
    return Formats.read(folder.resolve(file)).card();
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(folder.resolve(file).getParent());
    Files.write(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
