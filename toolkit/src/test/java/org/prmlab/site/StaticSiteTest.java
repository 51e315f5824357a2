package org.prmlab.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaticSiteTest {
  private static final String NOTEBOOK =
      """
      {"cells": [
       {"cell_type": "markdown", "id": "cell-01", "source": ["*10 minutes*\\n", "\\n", "# A & B\\n", "\\n", "**Question.** Does `x` *hold*?\\n", "\\n", "More."]},
       {"cell_type": "code", "id": "cell-02", "source": "figure",
        "outputs": [{"output_type": "execute_result", "data": {"text/plain": "One figure.\\nOne more.", "image/png": "x"}}]}
      ], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
      """;

  @TempDir Path folder;

  @BeforeEach
  void pagesAndFigures() throws IOException {
    Files.createDirectories(folder.resolve("pages"));
    Files.createDirectories(folder.resolve("figures"));
    for (String name : new String[] {"00-a", "10-b"}) {
      Files.writeString(pages().resolve(name + ".ipynb"), NOTEBOOK);
      Files.writeString(pages().resolve(name + ".html"), "<html><body class=\"x\">text</body>");
    }
    figure("one", "One figure.");
    figure("two", "Drawn <nowhere>.");
  }

  @Test
  void theStartPageNamesEveryNotebookWithItsQuestion() throws IOException {
    String start = start();
    assertTrue(
        start.contains(
            "<li><a href=\"00-a.html\">A &amp; B</a><p>Does x hold?</p>"
                + "<p class=\"quiet\">10 minutes</p></li>"),
        start);
    assertTrue(start.contains("href=\"10-b.html\""), start);
  }

  @Test
  void aStopOfTheShortPathIsMarked() throws IOException {
    String stop = NOTEBOOK.replace("10 minutes", "5 minutes; first stop of the 40-minute path");
    Files.writeString(pages().resolve("10-b.ipynb"), stop);
    String start = start();
    assertTrue(start.contains("<li><a href=\"00-a.html\">"), start);
    assertTrue(start.contains("<li class=\"path\"><a href=\"10-b.html\">"), start);
  }

  @Test
  void aFigureIsLinkedToTheCellThatDrawsIt() throws IOException {
    String start = start();
    assertTrue(
        start.contains("<a href=\"00-a.html#cell-id=cell-02\">drawn in A &amp; B</a>"), start);
    assertTrue(
        start.contains(
            "Drawn &lt;nowhere&gt;.<br><small class=\"quiet\"><a href=\"figures/two.json\""),
        start);
    assertTrue(Files.exists(folder.resolve("site/figures/two.svg")));
  }

  @Test
  void figuresOfOneNumberStandBesideEachOther() throws IOException {
    figure("tabletop-figure-2", "Ours.");
    figure("paper-figure-10", "Ten.");
    figure("paper-figure-2", "One more.");
    String start = start();
    int last = 0;
    for (String name :
        new String[] {"paper-figure-2", "tabletop-figure-2", "paper-figure-10", "one"}) {
      int at = start.indexOf("<figure id=\"%s\">".formatted(name));
      assertTrue(at > last, name + " at " + at);
      last = at;
    }
    assertTrue(
        start.contains(
            "One more.<br><small class=\"quiet\"><a href=\"00-a.html#cell-id=cell-02\">drawn in"),
        start);
  }

  @Test
  void pagesLinkToEachOther() throws IOException {
    start();
    String first = Files.readString(folder.resolve("site/00-a.html"));
    assertTrue(first.startsWith("<html><body class=\"x\"><style>"), first);
    assertTrue(first.contains("<nav "), first);
    assertTrue(first.contains("&rarr; <a href=\"10-b.html\">"), first);
    assertFalse(first.contains("&larr;"), first);
    assertTrue(
        Files.readString(folder.resolve("site/10-b.html")).contains("&larr; <a href=\"00-a"));
  }

  @Test
  void aStopOfTheShortPathLinksToTheNextStop() throws IOException {
    Files.writeString(pages().resolve("30-c.ipynb"), NOTEBOOK);
    Files.writeString(pages().resolve("30-c.html"), "<html><body>text</body>");
    String stop = NOTEBOOK.replace("10 minutes", "5 minutes; a stop of the 40-minute path");
    Files.writeString(pages().resolve("00-a.ipynb"), stop);
    Files.writeString(pages().resolve("30-c.ipynb"), stop);
    start();
    String first = Files.readString(folder.resolve("site/00-a.html"));
    assertTrue(first.contains("next on the 40-minute path: <a href=\"30-c.html\">"), first);
    assertFalse(Files.readString(folder.resolve("site/10-b.html")).contains("40-minute path: <a"));
    assertFalse(Files.readString(folder.resolve("site/30-c.html")).contains("40-minute path: <a"));
  }

  @Test
  void solutionsThatANotebookLinksToComeAlong() throws IOException {
    Path solutions = Files.createDirectories(pages().resolve("solutions"));
    Files.writeString(solutions.resolve("00-a.html"), "<html>solved</html>");
    String start = start();
    assertEquals(
        "<html>solved</html>", Files.readString(folder.resolve("site/solutions/00-a.html")));
    assertFalse(start.contains("solutions/"), start);
  }

  @Test
  void withoutExecutedPagesThereIsNoSite() {
    Path empty = folder.resolve("empty");
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> StaticSite.of(empty, folder.resolve("figures")));
    assertEquals(empty + ": no .ipynb files; ./prmlab run makes them", error.getMessage());
  }

  @Test
  void aFileThatIsNoNotebookIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("x.ipynb"), "{}");
    var error = assertThrows(IllegalArgumentException.class, () -> NotebookPage.read(file));
    assertEquals(file + ": no cells; a Jupyter notebook expected", error.getMessage());
  }

  @Test
  void aFileThatIsNoFigureIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("x.json"), "{\"name\": 1}");
    var error = assertThrows(IllegalArgumentException.class, () -> GalleryFigure.read(file));
    assertEquals(
        file + ": no name and caption; a figure saved by the toolkit expected", error.getMessage());
  }

  private String start() throws IOException {
    StaticSite site = StaticSite.of(pages(), folder.resolve("figures"));
    return Files.readString(site.write(pages(), folder.resolve("figures"), folder.resolve("site")));
  }

  private void figure(String name, String caption) throws IOException {
    Path figures = folder.resolve("figures");
    Files.writeString(
        figures.resolve(name + ".json"),
        "{\"name\": \"%s\", \"caption\": \"%s\"}".formatted(name, caption));
    Files.writeString(figures.resolve(name + ".svg"), "<svg/>");
    Files.writeString(figures.resolve(name + ".png"), "");
  }

  private Path pages() {
    return folder.resolve("pages");
  }
}
