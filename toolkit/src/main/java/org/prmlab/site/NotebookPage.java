package org.prmlab.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An executed notebook as the start page names it.
 *
 * @param name file name without extension, e.g. {@code 10-the-paper}
 * @param title its first heading
 * @param minutes how long it takes, from its first line; empty if it does not say
 * @param question the paragraph that begins with {@code **Question.**}; empty if it has none
 * @param cells the cells that show something
 */
public record NotebookPage(
    String name, String title, String minutes, String question, List<ShownCell> cells) {
  private static final String PATH = "40-minute path";
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern TITLE = Pattern.compile("(?m)^# (.+)$");
  private static final Pattern MINUTES = Pattern.compile("(?m)^\\*(.*minutes?.*)\\*$");
  private static final Pattern QUESTION =
      Pattern.compile("(?s)\\*\\*Question\\.?\\*\\*\\s*(.+?)(\\n\\n|$)");

  public NotebookPage {
    cells = List.copyOf(cells);
  }

  /**
   * A code cell and what it shows.
   *
   * @param id the cell's id, which the page's anchors are made of
   * @param text the plain text of its outputs
   */
  public record ShownCell(String id, String text) {
    /** The anchor of this cell in an exported page. */
    String anchor() {
      return "cell-id=" + id;
    }
  }

  /**
   * Reads an executed notebook.
   *
   * @throws IllegalArgumentException if the file is no notebook with cells
   */
  public static NotebookPage read(Path file) {
    JsonNode cells = json(file).path("cells");
    if (!cells.isArray() || cells.isEmpty()) {
      throw new IllegalArgumentException(file + ": no cells; a Jupyter notebook expected");
    }
    String name = String.valueOf(file.getFileName()).replace(".ipynb", "");
    String first = joined(cells.get(0).path("source"));
    List<ShownCell> shown = new ArrayList<>();
    for (JsonNode cell : cells) {
      for (JsonNode output : cell.path("outputs")) {
        String text = joined(output.path("data").path("text/plain"));
        shown.add(new ShownCell(cell.path("id").asText(), text));
      }
    }
    return new NotebookPage(
        name,
        found(TITLE, first).orElse(name),
        found(MINUTES, first).orElse(""),
        plain(found(QUESTION, first).orElse("")),
        shown);
  }

  /** The cell that shows this text as a line, as a figure shows its caption. */
  public Optional<ShownCell> cellShowing(String text) {
    return cells.stream()
        .filter(c -> c.text().lines().map(String::strip).anyMatch(text.strip()::equals))
        .findFirst();
  }

  /** Whether it is a stop of the short path, which its first line says. */
  boolean isOnPath() {
    return minutes.contains(PATH);
  }

  /** The exported page's file name. */
  String file() {
    return name + ".html";
  }

  private static JsonNode json(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + " as a notebook", e);
    }
  }

  /** Notebooks write text as a list of lines or as one string. */
  private static String joined(JsonNode text) {
    StringBuilder all = new StringBuilder(text.isTextual() ? text.asText() : "");
    text.elements().forEachRemaining(line -> all.append(line.asText()));
    return all.toString();
  }

  private static Optional<String> found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
  }

  private static String plain(String markdown) {
    return markdown.replaceAll("[*`]", "").replace('\n', ' ');
  }
}
