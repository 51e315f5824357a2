package org.prmlab.tabletop;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.prmlab.model.CheckpointFolder;
import org.prmlab.model.Fingerprint;

/**
 * The part of the tabletop world that comes with the project: all language models, all data, what
 * came of every PRM, and the PRMs themselves of the first world's main comparisons.
 *
 * @param root folder that holds it
 */
public record WorldShipment(Path root) {
  /** Lists the hash of every file that is shipped, as {@code sha256sum} does. */
  public static final String SUMS = "SHA256SUMS";

  /** A shipped file and what a rebuild made of it. */
  public enum Comparison {
    SAME,
    DIFFERENT,
    MISSING
  }

  /** Names below the root of what is shipped of a built world, sorted, with slashes. */
  static List<String> names(Path built) {
    try (Stream<Path> files = Files.walk(built)) {
      return files
          .filter(Files::isRegularFile)
          .map(f -> built.relativize(f).toString().replace('\\', '/'))
          .filter(WorldShipment::isShipped)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isShipped(String name) {
    if (name.endsWith(".part") || name.contains("training-state")) {
      return false;
    }
    boolean prm = name.contains("/prms/");
    return name.startsWith("judge/")
        || (name.startsWith("world-") && !prm)
        || (name.startsWith("world-1/prms/") && !name.contains("/threshold-"));
  }

  /** Replaces what is shipped by what was built. */
  public int ship(Path built) {
    List<String> names = names(built);
    List<String> sums = new ArrayList<>();
    try {
      for (String name : names) {
        Path target = root.resolve(name);
        Files.createDirectories(target.getParent());
        Files.copy(built.resolve(name), target, StandardCopyOption.REPLACE_EXISTING);
        sums.add(Fingerprint.sha256(target) + "  " + name);
      }
      Files.write(root.resolve(SUMS), sums);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names.size();
  }

  /** Names of the files that are shipped, as {@link #SUMS} lists them. */
  public List<String> names() {
    return lines().map(line -> line.substring(line.indexOf("  ") + 2)).toList();
  }

  /** The files whose bytes are not those that {@link #SUMS} promises, or that are not there. */
  public List<String> damaged() {
    return lines()
        .filter(
            line -> {
              Path file = root.resolve(line.substring(line.indexOf("  ") + 2));
              return !Files.exists(file) || !line.startsWith(Fingerprint.sha256(file) + " ");
            })
        .map(line -> line.substring(line.indexOf("  ") + 2))
        .toList();
  }

  private Stream<String> lines() {
    Path sums = root.resolve(SUMS);
    try {
      return Files.readAllLines(sums, StandardCharsets.UTF_8).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(sums + ": " + e.getMessage(), e);
    }
  }

  /**
   * Compares a shipped file with a built one: data and results by what they say, compressed or not,
   * weights by their bytes. Files that name the version which made them count as the same.
   */
  public Comparison compare(String name, Path built) {
    Path other = built.resolve(name);
    if (!Files.exists(other)) {
      return Comparison.MISSING;
    }
    if (name.endsWith(CheckpointFolder.PROVENANCE)) {
      return Comparison.SAME;
    }
    try (InputStream mine = open(root.resolve(name));
        InputStream theirs = open(other)) {
      int a = mine.read();
      while (a >= 0 && a == theirs.read()) {
        a = mine.read();
      }
      return a < 0 && theirs.read() < 0 ? Comparison.SAME : Comparison.DIFFERENT;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    return file.toString().endsWith(".gz") ? new BufferedInputStream(new GZIPInputStream(in)) : in;
  }
}
