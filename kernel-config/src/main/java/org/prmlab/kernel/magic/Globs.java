package org.prmlab.kernel.magic;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Files by pattern: {@code *} and {@code ?} within one name, a trailing {@code /} for all files of
 * a directory.
 */
public final class Globs {
  private Globs() {}

  /** The files that one pattern names, sorted by name. */
  public static List<Path> files(String pattern) {
    String glob = pattern.endsWith("/") ? pattern + "*" : pattern;
    int wild = firstWildcard(glob);
    if (wild < 0) {
      Path path = Path.of(glob);
      return Files.exists(path) ? List.of(path) : List.of();
    }
    int cut = glob.lastIndexOf('/', wild);
    Path base = Path.of(cut < 0 ? "." : cut == 0 ? "/" : glob.substring(0, cut));
    List<Path> found = List.of(base);
    for (String name : glob.substring(cut + 1).split("/+", -1)) {
      found = found.stream().flatMap(directory -> matches(directory, name).stream()).toList();
    }
    return found.stream().map(path -> cut < 0 ? base.relativize(path) : path).toList();
  }

  /** The files that a list of patterns names, separated as on a class path. */
  public static List<Path> onClassPath(String patterns) {
    List<Path> found = new ArrayList<>();
    for (String pattern : patterns.split(File.pathSeparator, -1)) {
      if (!pattern.isBlank()) {
        found.addAll(files(pattern.strip()));
      }
    }
    return List.copyOf(found);
  }

  private static List<Path> matches(Path directory, String name) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    String literal = name.replace("\\", "\\\\").replace("[", "\\[").replace("{", "\\{");
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, literal)) {
      List<Path> found = new ArrayList<>();
      entries.forEach(found::add);
      return found.stream().sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(directory + ": cannot be listed: " + e.getMessage(), e);
    }
  }

  private static int firstWildcard(String glob) {
    for (int i = 0; i < glob.length(); i++) {
      if (glob.charAt(i) == '*' || glob.charAt(i) == '?') {
        return i;
      }
    }
    return -1;
  }
}
