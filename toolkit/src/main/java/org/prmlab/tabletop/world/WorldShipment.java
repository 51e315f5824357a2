package org.prmlab.tabletop.world;

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
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.prmlab.model.CheckpointFolder;
import org.prmlab.model.folder.Fingerprint;

/**
 * The part of the tabletop worlds that comes with the project, with a hash of every file; of the
 * files that stay behind, a hash of what they say.
 *
 * @param root folder that holds it
 */
public record WorldShipment(Path root) {
  /** Lists the hash of every file that is shipped, as {@code sha256sum} does. */
  public static final String SUMS = "SHA256SUMS";

  /** Lists the hash of what each built file says that is not shipped; compressed ones unpacked. */
  public static final String CONTENTS = "CONTENTS.SHA256";

  /** No more than this is shipped, in bytes. */
  public static final long MOST_BYTES = 20_000_000;

  private static final String BETWEEN = "  "; // a hash and a name

  /** A file and what a rebuild made of it. */
  public enum Comparison {
    SAME,
    DIFFERENT,
    MISSING
  }

  /** Names below the root of what is shipped of built worlds, sorted, with slashes. */
  public static List<String> names(Path built) {
    return ShippedPart.finished(built).stream().filter(ShippedPart::isShipped).toList();
  }

  /**
   * How many bytes would be shipped of what is built so far.
   *
   * @param built folder of the worlds
   */
  public static long bytes(Path built) {
    return names(built).stream().mapToLong(name -> size(built.resolve(name))).sum();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Replaces what is shipped by what was built.
   *
   * @return how many files are shipped
   * @throws IllegalArgumentException if a reported world is not whole, or if it is too much
   */
  public int ship(Path built) {
    ShippedPart.requireWhole(built);
    long bytes = bytes(built);
    if (bytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: %,d bytes to ship; at most %,d are expected: ship fewer models",
              built,
              bytes,
              MOST_BYTES));
    }
    List<String> names = names(built);
    List<String> sums = new ArrayList<>();
    List<String> contents = new ArrayList<>();
    try {
      for (String old : Files.exists(root.resolve(SUMS)) ? names() : List.<String>of()) {
        if (!names.contains(old)) {
          Files.deleteIfExists(root.resolve(old));
        }
      }
      for (String name : names) {
        Path target = root.resolve(name);
        Files.createDirectories(target.getParent());
        Files.copy(built.resolve(name), target, StandardCopyOption.REPLACE_EXISTING);
        sums.add(Fingerprint.sha256(target) + BETWEEN + name);
      }
      for (String name : ShippedPart.keptBack(built)) {
        contents.add(said(built.resolve(name)) + BETWEEN + name);
      }
      Files.write(root.resolve(SUMS), sums);
      Files.deleteIfExists(root.resolve(CONTENTS));
      if (!contents.isEmpty()) {
        Files.write(root.resolve(CONTENTS), contents);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names.size();
  }

  /** Names of the files that are shipped, as {@link #SUMS} lists them. */
  public List<String> names() {
    return lines(SUMS).stream().map(WorldShipment::name).toList();
  }

  /** Names of the files that are not shipped but can be compared, as {@link #CONTENTS} has them. */
  public List<String> keptBack() {
    return lines(CONTENTS).stream().map(WorldShipment::name).toList();
  }

  private static String name(String line) {
    return line.substring(line.indexOf(BETWEEN) + BETWEEN.length());
  }

  /** The files whose bytes are not those that {@link #SUMS} promises, or that are not there. */
  public List<String> damaged() {
    return lines(SUMS).stream()
        .filter(
            line -> {
              Path file = root.resolve(name(line));
              return !Files.exists(file) || !line.startsWith(Fingerprint.sha256(file) + " ");
            })
        .map(WorldShipment::name)
        .toList();
  }

  private List<String> lines(String list) {
    Path file = root.resolve(list);
    if (list.equals(CONTENTS) && !Files.exists(file)) {
      return List.of();
    }
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Compares a file that is shipped, or kept back, with a built one: data and results by what they
   * say, compressed or not, weights by their bytes. Files that name the version which made them
   * count as the same.
   */
  public Comparison compare(String name, Path built) {
    Path other = built.resolve(name);
    if (!Files.exists(other)) {
      return Comparison.MISSING;
    }
    if (name.endsWith(CheckpointFolder.PROVENANCE)) {
      return Comparison.SAME;
    }
    Path mine = root.resolve(name);
    String expected = Files.exists(mine) ? said(mine) : promised(name);
    return expected.equals(said(other)) ? Comparison.SAME : Comparison.DIFFERENT;
  }

  private String promised(String name) {
    return lines(CONTENTS).stream()
        .filter(line -> name(line).equals(name))
        .map(line -> line.substring(0, line.indexOf(BETWEEN)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s is neither in %s nor in its %s".formatted(name, root, CONTENTS)));
  }

  /** The hash of what a file says. */
  private static String said(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return Fingerprint.sha256(file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }
}
