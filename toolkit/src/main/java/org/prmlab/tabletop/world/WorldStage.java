package org.prmlab.tabletop.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.prmlab.model.CheckpointFolder;

/**
 * One file or folder of the tabletop world, and what makes it.
 *
 * @param name e.g. {@code world-1/prm/mc-hard}
 * @param result file that is there when it is done
 * @param needs names of the stages whose results it reads
 */
public record WorldStage(String name, Path result, List<String> needs, Runnable work) {
  public WorldStage {
    needs = List.copyOf(needs);
  }

  /** Removes its result: the file, or the whole folder of a model; PRMs are trained again too. */
  public void discard() throws IOException {
    boolean model = result.endsWith(CheckpointFolder.PROVENANCE);
    delete(model ? result.resolveSibling("").normalize() : result);
    if (name.contains("/prm/")) {
      delete(result.resolveSibling("../prms").resolve(name.substring(name.lastIndexOf('/') + 1)));
    }
  }

  private static void delete(Path all) throws IOException {
    if (!Files.exists(all)) {
      return;
    }
    try (Stream<Path> files = Files.walk(all)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Whether its result is there. */
  public boolean isDone() {
    return Files.exists(result);
  }
}
