package org.prmlab.kernel.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibrariesTest {
  @TempDir private Path folder = Path.of("");

  /** A jar that says its group as Maven's jars do. */
  private Path jar(String group, String artifact, String version) throws IOException {
    Path file =
        Files.createDirectories(folder.resolve(group)).resolve(artifact + "-" + version + ".jar");
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      jar.putNextEntry(
          new JarEntry("META-INF/maven/" + group + "/" + artifact + "/pom.properties"));
    }
    return file;
  }

  @Test
  void anotherVersionIsLeftOutAndNamed() throws IOException {
    Path here = jar("g", "words-core", "2.21.8");
    Path other = jar("g", "words-core", "2.15.0");
    Path fresh = jar("g", "words", "1.0");
    Libraries.Choice choice = new Libraries(List.of(here.toString())).choose(List.of(other, fresh));
    assertEquals(List.of(fresh), choice.added());
    assertEquals(
        List.of("words-core 2.15.0 was not added: already here as 2.21.8 (" + here + ")"),
        choice.notes());
  }

  @Test
  void theSameVersionFromAnotherFolderIsNotAddedTwiceAndNotWorthAWord() {
    Libraries.Choice choice =
        new Libraries(List.of("/a/lib/words-1.2.jar")).choose(List.of(Path.of("/b/words-1.2.jar")));
    assertEquals(new Libraries.Choice(List.of(), List.of()), choice);
  }

  @Test
  void anotherGroupAndAnotherClassifierAreOtherLibraries() throws IOException {
    Path here = jar("g", "core", "1.0");
    List<Path> others =
        List.of(
            jar("h", "core", "2.0"),
            Path.of("/x/native-1.0.jar"),
            Path.of("/x/native-1.0-linux-x86_64.jar"),
            Path.of("/x/classes"));
    Libraries libraries = new Libraries(List.of(here.toString(), "/y/native-1.0-osx.jar", "core"));
    assertEquals(others.get(0), libraries.choose(others).added().get(0));
    assertEquals(List.of(), libraries.choose(others).notes());
  }
}
