package org.prmlab.cli.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {
  @TempDir Path home;

  @BeforeEach
  void notebooksAndSolutions() throws IOException {
    Files.createDirectories(home.resolve("notebooks").resolve("solutions"));
    for (String name : List.of("10-b", "00-a", "solutions/10-b", "solutions/00-a")) {
      Files.createFile(home.resolve("notebooks").resolve(name + ".ipynb"));
    }
  }

  @Test
  void notebooksComeInOrderAndTheirSolutionsAfterThem() {
    assertEquals(
        List.of("00-a.ipynb", "10-b.ipynb", "solutions/00-a.ipynb", "solutions/10-b.ipynb"),
        found("*"));
  }

  @Test
  void aPatternChoosesANotebookWithItsSolutions() {
    assertEquals(List.of("10-b.ipynb", "solutions/10-b.ipynb"), found("10-*.ipynb"));
  }

  @Test
  void aPatternThatFitsNoNotebookIsNamed() {
    Project project = new Project(home);
    var error = assertThrows(IllegalArgumentException.class, () -> project.notebooks("99-*"));
    assertEquals(
        "no notebook matches '99-*'; see the names in " + home.resolve("notebooks"),
        error.getMessage());
  }

  private List<String> found(String glob) {
    Project project = new Project(home);
    return project.notebooks(glob).stream()
        .map(file -> project.notebooks().relativize(file).toString())
        .toList();
  }
}
