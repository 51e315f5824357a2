package org.prmlab.model.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files of a checkpoint folder, before anything of them is read. */
public final class CheckpointFiles {
  private static final byte[] POINTER =
      "version https://git-lfs.github.com/spec/".getBytes(StandardCharsets.US_ASCII);

  private CheckpointFiles() {}

  /**
   * Checks that there is something to read: a regular file (a pipe would be waited for, for ever),
   * and the file itself, not what Git LFS leaves in its place.
   *
   * @throws NoSuchFileException if there is no such file
   * @throws CheckpointException if it is neither
   */
  public static Path requireContent(Path file) throws NoSuchFileException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (!Files.isRegularFile(file)) {
      throw CheckpointException.at(file, "not a regular file; download it again");
    }
    try (InputStream in = Files.newInputStream(file)) {
      if (java.util.Arrays.equals(in.readNBytes(POINTER.length), POINTER)) {
        throw CheckpointException.at(
            file, "a Git LFS pointer, not the file itself; run git lfs pull in its folder");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}
