package org.prmlab.tabletop.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.prmlab.model.CheckpointFolder;

/**
 * Which files of built worlds come with the project: the first world whole, but for what only the
 * build reads, and the models that all worlds share; of the others facts and what came of every
 * PRM.
 */
final class ShippedPart {
  private static final Predicate<String> SHIPPED =
      Pattern.compile(
              "(judge|annotated)/.*|world-1/(?!rollouts\\.).*"
                  + "|world-([2-9]|10)/((outcomes|items|search)/.*|facts\\.json|conditions\\.json)")
          .asMatchPredicate();

  private ShippedPart() {}

  /** Names of all files that are not in the making, sorted, with slashes. */
  static List<String> finished(Path built) {
    try (Stream<Path> files = Files.walk(built)) {
      return files
          .filter(Files::isRegularFile)
          .map(f -> built.relativize(f).toString().replace('\\', '/'))
          .filter(name -> !name.endsWith(".part") && !name.contains("training-state"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isShipped(String name) {
    return SHIPPED.test(name);
  }

  /** Names of what is not shipped though it can be built again and compared. */
  static List<String> keptBack(Path built) {
    return finished(built).stream()
        .filter(name -> name.matches("world-([1-9]|10)/.*") && !isShipped(name))
        .filter(name -> !name.endsWith(CheckpointFolder.PROVENANCE))
        .toList();
  }

  /** Refuses worlds of which results are missing. */
  static void requireWhole(Path built) {
    for (WorldOutcomes world : WorldResults.read(built).worlds()) {
      List<Path> missing = world.missing();
      if (!missing.isEmpty()) {
        throw new IllegalArgumentException(
            "world %d is not whole: %s is missing and %d more; build all worlds before shipping"
                .formatted(world.number(), missing.get(0), missing.size() - 1));
      }
    }
  }
}
