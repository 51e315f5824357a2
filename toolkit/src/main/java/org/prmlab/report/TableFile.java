package org.prmlab.report;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.prmlab.data.AtomicFile;

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
        replace(file, form == Form.HTML ? page(all) : all);
        return List.of(file);
      }
      for (ResultTable table : tables) {
        Path place = place(table, written);
        if (form == Form.PARQUET) {
          AtomicFile.replace(place, beside -> TableParquet.write(table, beside));
        } else {
          replace(place, form.text.apply(table));
        }
        written.add(place);
      }
      return written;
    } catch (UncheckedIOException e) {
      throw new UncheckedIOException(file + ": cannot be written", e.getCause());
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

  /** A lone half of a surrogate pair becomes a question mark. */
  private static void replace(Path file, String content) {
    AtomicFile.writeBytes(file, () -> content.getBytes(StandardCharsets.UTF_8));
  }
}
