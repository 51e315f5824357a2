package org.prmlab.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A file of tables, written whole or not at all. Its ending says how: .tex, .md, .html and .txt
 * hold one table after the other; .csv, .json and .parquet hold one, so that further tables get
 * files beside it, named after their first columns.
 */
public final class TableFile {
  /** How files are written, by their ending. */
  private enum Form {
    CSV(ResultTable::csv, false),
    TEX(ResultTable::latex, true),
    MD(ResultTable::markdown, true),
    HTML(ResultTable::toHtml, true),
    TXT(table -> table + "\n", true),
    JSON(ResultTable::json, false),
    PARQUET(table -> "", false);

    private final Function<ResultTable, String> text;
    private final boolean holdsSeveral;

    Form(Function<ResultTable, String> text, boolean holdsSeveral) {
      this.text = text;
      this.holdsSeveral = holdsSeveral;
    }
  }

  private final Path file;
  private final Form form;

  private TableFile(Path file, Form form) {
    this.file = file;
    this.form = form;
  }

  /**
   * A file to be written.
   *
   * @throws IllegalArgumentException if its ending is none of those
   */
  public static TableFile of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    for (Form form : Form.values()) {
      if (name.endsWith("." + form.name().toLowerCase(Locale.ROOT))) {
        return new TableFile(file, form);
      }
    }
    throw new IllegalArgumentException(
        file
            + ": a table is written as .csv, .tex, .md, .html, .txt, .json or .parquet; name a file"
            + " that ends in one of these");
  }

  /** A CSV file, whatever its ending. */
  public static TableFile csv(Path file) {
    return new TableFile(file, Form.CSV);
  }

  /** A LaTeX file, whatever its ending. */
  public static TableFile latex(Path file) {
    return new TableFile(file, Form.TEX);
  }

  /**
   * Writes the tables.
   *
   * @return the files written
   */
  public List<Path> write(List<ResultTable> tables) {
    List<Path> written = new ArrayList<>();
    try {
      if (form.holdsSeveral) {
        String all = tables.stream().map(form.text).collect(Collectors.joining("\n"));
        written.add(replace(file, form == Form.HTML ? page(all) : all));
        return written;
      }
      for (ResultTable table : tables) {
        Path place = place(table, written);
        if (form == Form.PARQUET) {
          Path part = part(place);
          TableParquet.write(table, part);
          move(part, place);
        } else {
          replace(place, form.text.apply(table));
        }
        written.add(place);
      }
      return written;
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written", e);
    }
  }

  private Path place(ResultTable table, List<Path> taken) {
    if (taken.isEmpty()) {
      return file;
    }
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
    String stem = name.substring(0, dot) + "-" + table.header().get(0).key();
    Path place = file.resolveSibling(stem + name.substring(dot));
    for (int i = 2; taken.contains(place); i++) {
      place = file.resolveSibling(stem + "-" + i + name.substring(dot));
    }
    return place;
  }

  private static String page(String tables) {
    return "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<title>Tables</title>\n" + tables + "\n";
  }

  private static Path replace(Path file, String content) throws IOException {
    Path part = part(file);
    // a lone half of a surrogate pair becomes a question mark
    Files.write(part, content.getBytes(StandardCharsets.UTF_8));
    move(part, file);
    return file;
  }

  private static Path part(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    return file.resolveSibling(file.getFileName() + ".part");
  }

  private static void move(Path part, Path file) throws IOException {
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
