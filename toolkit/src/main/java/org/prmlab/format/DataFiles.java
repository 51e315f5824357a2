package org.prmlab.format;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The files a path stands for: a file, the shards of a data set in a folder, or what a pattern such
 * as {@code data/train-*.parquet} matches. Shards are read one after the other, by name.
 *
 * @param path as the caller named it
 * @param files at least one
 */
record DataFiles(Path path, List<Path> files) {
  private static final Pattern DATA =
      Pattern.compile("(?i).+\\.(jsonl|ndjson|json|parquet)(\\.(gz|zst|zstd))?");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern OF = Pattern.compile("-(\\d{5})-of-(\\d{5})");

  public DataFiles {
    files = List.copyOf(files);
  }

  /**
   * The files of a path.
   *
   * @throws FormatException if a folder holds no data, several data sets, or lacks a numbered shard
   */
  public static DataFiles of(Path path) {
    try {
      if (Files.isDirectory(path)) {
        return folder(path);
      }
      String name = Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("");
      return name.contains("*") && !Files.exists(path)
          ? pattern(path, name)
          : new DataFiles(path, List.of(path));
    } catch (IOException e) {
      throw RecordFile.unreadable(path, e);
    }
  }

  private static DataFiles folder(Path folder) throws IOException {
    List<Path> files = list(folder, "*");
    if (files.isEmpty()) {
      throw FormatException.of(
          folder.toString(),
          "is a folder without data; expected files that end in .jsonl, .json or .parquet (.gz or"
              + " .zst after it)");
    }
    Set<String> sets =
        files.stream()
            .map(file -> NUMBER.matcher(name(file)).replaceAll("*"))
            .collect(Collectors.toCollection(TreeSet::new));
    if (sets.size() > 1) {
      throw FormatException.of(
          folder.toString(),
          "is a folder with several data sets (%s); name one, as a pattern if it has shards"
              .formatted(Excerpt.of(String.join(", ", sets))));
    }
    requireAllShards(folder, files);
    return new DataFiles(folder, files);
  }

  private static DataFiles pattern(Path path, String name) throws IOException {
    Path folder = Optional.ofNullable(path.getParent()).orElse(Path.of(""));
    List<Path> files = list(folder, name);
    if (files.isEmpty()) {
      throw FormatException.of(path.toString(), "matches no file; check the path");
    }
    return new DataFiles(path, files);
  }

  private static List<Path> list(Path folder, String glob) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
      for (Path entry : entries) {
        if (Files.isRegularFile(entry)
            && DATA.matcher(name(entry)).matches()
            && !name(entry).startsWith(".")
            && !isDescription(name(entry))) {
          files.add(entry);
        }
      }
    }
    files.sort(DataFiles::byNumber);
    return files;
  }

  /** Files that the Hub's tools lay beside the data. */
  private static boolean isDescription(String name) {
    return Set.of("dataset_infos.json", "dataset_info.json", "dataset_dict.json", "state.json")
        .contains(name.toLowerCase(Locale.ROOT));
  }

  /** Shard 2 before shard 10. */
  private static int byNumber(Path a, Path b) {
    return padded(name(a)).compareTo(padded(name(b)));
  }

  private static String padded(String name) {
    return NUMBER
        .matcher(name)
        .replaceAll(n -> "0".repeat(Math.max(0, 20 - n.group().length())) + n.group());
  }

  private static void requireAllShards(Path folder, List<Path> files) {
    Matcher first = OF.matcher(name(files.get(0)));
    if (first.find() && Integer.parseInt(first.group(2)) != files.size()) {
      throw FormatException.of(
          folder.toString(),
          "holds %d of %d shards; is the download complete?"
              .formatted(files.size(), Integer.parseInt(first.group(2))));
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
