package org.prmlab.kernel.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlobsTest {
  @TempDir Path folder;

  @BeforeEach
  void makeFiles() throws IOException {
    for (String name : List.of("b.jar", "a.jar", "[c].jar", "d.txt", "sub/e.jar", "sub2/f.jar")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
  }

  private List<String> found(String pattern) {
    return Globs.files(folder + "/" + pattern).stream()
        .map(path -> folder.relativize(path).toString())
        .toList();
  }

  @Test
  void aStarStaysWithinOneName() {
    assertEquals(List.of("[c].jar", "a.jar", "b.jar"), found("*.jar"));
  }

  @Test
  void patternsMayStandInFolderNames() {
    assertEquals(List.of("sub/e.jar", "sub2/f.jar"), found("sub*/*.jar"));
    assertEquals(List.of("sub2/f.jar"), found("sub?/*"));
  }

  @Test
  void aTrailingSlashMeansAllFilesOfTheFolder() {
    assertEquals(List.of("sub/e.jar"), found("sub/"));
  }

  @Test
  void aPlainNameIsItself() {
    assertEquals(List.of("d.txt"), found("d.txt"));
    assertEquals(List.of(), found("none.txt"));
    assertEquals(List.of(), found("none/*.jar"));
  }

  @Test
  void aClassPathIsAListOfPatterns() {
    String patterns = folder + "/a.jar" + File.pathSeparator + " " + folder + "/sub/*";
    assertEquals(2, Globs.onClassPath(patterns).size());
  }
}
