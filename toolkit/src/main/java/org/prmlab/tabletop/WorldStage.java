package org.prmlab.tabletop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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

  /** Whether its result is there. */
  public boolean isDone() {
    return Files.exists(result);
  }
}
