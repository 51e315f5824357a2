package org.prmlab.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prmlab.data.DatasetCard;

/**
 * What the README.md beside a data file says of it, in lines between two lines of three hyphens at
 * its beginning, as data sets on Hugging Face have it: {@code license: apache-2.0}. Their {@code
 * origin}, who publishes it or the command that makes it, is our own word.
 *
 * @param lines the values by name
 */
record FolderReadme(Map<String, String> lines) {
  private static final String FENCE = "---";
  private static final Pattern LINE = Pattern.compile("(\\w+):\\s+([\"']?)([^\"'\\[]+)\\2\\s*");
  private static final int LONGEST = 1_000; // lines; what goes on longer is no such beginning

  /**
   * That of the folder, or of the file's folder, else of the folder above; without lines if neither
   * has one.
   */
  static FolderReadme near(Path file) {
    Path place = file.toAbsolutePath().normalize();
    Path folder = Files.isDirectory(place) ? place : place.getParent();
    for (int up = 0; up < 2 && folder != null; up++) {
      Optional<FolderReadme> found = read(folder.resolve("README.md"));
      if (found.isPresent()) {
        return found.get();
      }
      folder = folder.getParent();
    }
    return new FolderReadme(Map.of());
  }

  /** The card with what is said here of origin and licence. */
  DatasetCard describe(DatasetCard card) {
    String origin = lines.getOrDefault("origin", "");
    DatasetCard described = origin.isEmpty() ? card : card.withOrigin(origin);
    String licence = lines.getOrDefault("license", "");
    return licence.isEmpty() ? described : described.withLicence(licence);
  }

  /** Empty if there is no such file, or it does not begin with such lines. */
  private static Optional<FolderReadme> read(Path readme) {
    if (!Files.isRegularFile(readme)) {
      return Optional.empty();
    }
    List<String> lines;
    try (BufferedReader reader = Files.newBufferedReader(readme)) {
      lines = reader.lines().limit(LONGEST).toList();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty(); // a page for people, in whatever encoding
    }
    if (lines.isEmpty() || !lines.get(0).equals(FENCE)) {
      return Optional.empty();
    }
    int end = lines.subList(1, lines.size()).indexOf(FENCE);
    if (end < 0) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    for (String line : lines.subList(1, end + 1)) {
      Matcher value = LINE.matcher(line);
      if (value.matches()) {
        values.put(value.group(1), value.group(3).strip());
      }
    }
    return Optional.of(new FolderReadme(values));
  }
}
