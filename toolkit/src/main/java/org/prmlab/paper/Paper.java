package org.prmlab.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sixteen tables and nine figures of "The Lessons of Developing Process Reward Models in
 * Mathematical Reasoning" (arXiv 2501.07301v2), as printed.
 */
public final class Paper {
  private static final int TABLES = 16;
  private static final int FIGURES = 9;
  private final Map<String, PrintedTable> byName;

  private Paper(Map<String, PrintedTable> byName) {
    this.byName = byName;
  }

  /** The printed numbers that come with the toolkit, from {@code datasets/paper}. */
  public static Paper asPrinted() {
    return load(Paper::shipped);
  }

  /**
   * Printed numbers from another folder of the same layout, e.g. with corrections.
   *
   * @throws UncheckedIOException if one of the 25 files is missing or cannot be read
   */
  public static Paper read(Path folder) {
    return load(name -> Files.readAllLines(folder.resolve(name + ".csv")));
  }

  /** Table {@code number}, counted from 1 as in the paper. */
  public PrintedTable table(int number) {
    return named(tableName(number), "tables are 1 to " + TABLES);
  }

  /** The numbers of Figure {@code number}, counted from 1 as in the paper. */
  public PrintedTable figure(int number) {
    return named(figureName(number), "figures are 1 to " + FIGURES);
  }

  /** SHA-256 of all 25 files' content in order, 64 hexadecimal digits. */
  public String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byName.values().forEach(t -> digest.update(t.toString().getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
    }
  }

  private PrintedTable named(String name, String range) {
    @Nullable PrintedTable table = byName.get(name);
    if (table == null) {
      throw new IllegalArgumentException("the paper has no " + name + "; " + range);
    }
    return table;
  }

  private static Paper load(Source source) {
    Map<String, PrintedTable> tables = new LinkedHashMap<>();
    Stream.concat(
            IntStream.rangeClosed(1, TABLES).mapToObj(Paper::tableName),
            IntStream.rangeClosed(1, FIGURES).mapToObj(Paper::figureName))
        .forEach(name -> tables.put(name, parse(source, name)));
    return new Paper(tables);
  }

  private static PrintedTable parse(Source source, String name) {
    try {
      return PrintedTable.parse(name, source.lines(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> shipped(String name) throws IOException {
    try (InputStream in = Paper.class.getResourceAsStream(name + ".csv")) {
      if (in == null) {
        throw new IOException(name + ".csv is missing from the toolkit's jar; build it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static String tableName(int number) {
    return "table%02d".formatted(number);
  }

  private static String figureName(int number) {
    return "figure%02d".formatted(number);
  }

  private interface Source {
    List<String> lines(String name) throws IOException;
  }
}
