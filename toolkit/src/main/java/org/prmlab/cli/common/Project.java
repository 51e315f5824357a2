package org.prmlab.cli.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The clone that the launcher runs in.
 *
 * @param home its top folder
 */
public record Project(Path home) {
  /** The clone named by the launcher through {@code PRMLAB_HOME}. */
  public static Project ofEnvironment() {
    @Nullable String home = System.getenv("PRMLAB_HOME");
    if (home == null) {
      throw new IllegalStateException(
          "PRMLAB_HOME is not set; start this command with ./prmlab in a clone of the project");
    }
    return new Project(Path.of(home));
  }

  public Path figures() {
    return home.resolve("figures");
  }

  public Path pages() {
    return home.resolve("target").resolve("pages");
  }

  /** The tabletop world that comes with the project. */
  public Path tabletop() {
    return home.resolve("datasets").resolve("tabletop");
  }

  /** Where it is rebuilt. */
  public Path tabletopBuild() {
    return home.resolve("target").resolve("tabletop");
  }

  public Path site() {
    return home.resolve("target").resolve("site");
  }

  public Path python() {
    return home.resolve(".venv").resolve("bin").resolve("python");
  }

  public Path notebookRunner() {
    return home.resolve("kernel-config").resolve("execute.py");
  }

  /** The folder of the notebooks; their solutions lie in {@code solutions} below it. */
  public Path notebooks() {
    return home.resolve("notebooks");
  }

  /**
   * The notebooks whose file name matches, in order, and after them the solutions of their
   * exercises, which have the same names.
   *
   * @param glob e.g. {@code 10-*}; with or without {@code .ipynb}
   * @throws IllegalArgumentException if none does
   */
  public List<Path> notebooks(String glob) {
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + glob.replace(".ipynb", "") + ".ipynb");
    List<Path> found = new ArrayList<>();
    for (Path folder : List.of(notebooks(), notebooks().resolve("solutions"))) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(f -> matcher.matches(f.getFileName())).sorted().forEach(found::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "no notebook matches '" + glob + "'; see the names in " + notebooks());
    }
    return found;
  }

  /** A path as people in the clone would write it. */
  public String shown(Path path) {
    return home.relativize(path).toString();
  }
}
