package org.prmlab.model;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.model.weights.WeightFiles;

/** A folder whose files do not fit ends in one error that says what to do. */
class MalformedFolderTest {
  @TempDir private Path folder;
  private BrokenCheckpoint broken = BrokenCheckpoint.NOWHERE;
  private Path weights = Path.of("");

  @BeforeEach
  void copyFixture() throws IOException {
    broken = BrokenCheckpoint.in(folder);
    weights = folder.resolve(WeightFiles.SINGLE);
  }

  @Test
  void aFolderOfPicklesIsRefused() throws IOException {
    Files.move(weights, folder.resolve("pytorch_model.bin"));
    broken.fails("pytorch_model.bin is a pickle and is not opened: convert it to safetensors");
  }

  @Test
  void aFolderWithoutWeightsIsRefused() throws IOException {
    Files.delete(weights);
    broken.fails(
        "no model.safetensors and no model.safetensors.index.json; is this a checkpoint folder?");
  }

  @Test
  void aLinkOutOfTheFolderIsRefused(@TempDir Path elsewhere) throws IOException {
    Path outside = elsewhere.resolve("other.safetensors");
    Files.move(weights, outside);
    Files.createSymbolicLink(weights, outside);
    broken.fails("outside the folder; copy the file into it");
  }

  @Test
  void weightsThatAreAFolderAreRefused() throws IOException {
    Files.delete(weights);
    Files.createDirectory(weights);
    broken.fails("model.safetensors: not a regular file");
  }

  private void index(String map) throws IOException {
    Files.move(weights, folder.resolve("a.safetensors"));
    Files.writeString(folder.resolve(WeightFiles.INDEX), map);
  }

  @Test
  void anIndexWithoutMapIsRefused() throws IOException {
    index("{\"metadata\": {}}");
    broken.fails("model.safetensors.index.json: no weight_map");
  }

  @Test
  void anIndexThatLeadsOutOfTheFolderIsRefused() throws IOException {
    index("{\"weight_map\": {\"model.norm.weight\": \"../a.safetensors\"}}");
    broken.fails(
        "file name '../a.safetensors' in model.safetensors.index.json leads out of the folder");
  }

  @Test
  void anIndexOfAFileThatIsNotThereIsRefused() throws IOException {
    index("{\"weight_map\": {\"model.norm.weight\": \"b.safetensors\"}}");
    assertThrows(UncheckedIOException.class, () -> Checkpoint.read(folder));
  }

  @Test
  void anIndexThatNamesAnAbsentTensorIsRefused() throws IOException {
    index("{\"weight_map\": {\"model.other.weight\": \"a.safetensors\"}}");
    broken.fails("tensor 'model.other.weight' is not in a.safetensors; download that file again");
  }

  @Test
  void aTensorThatTheIndexDoesNotNameIsRefused() throws IOException {
    index("{\"weight_map\": {\"model.norm.weight\": \"a.safetensors\"}}");
    broken.fails("is not in model.safetensors.index.json; they do not fit");
  }

  @Test
  void aTensorInTwoFilesIsRefused() throws IOException {
    index("{\"weight_map\": {\"model.norm.weight\": \"a.safetensors\", \"x\": \"b.safetensors\"}}");
    Files.copy(folder.resolve("a.safetensors"), folder.resolve("b.safetensors"));
    broken.fails("is in a.safetensors too");
  }
}
