package org.prmlab.kernel.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PomSourceTest {
  private static String body(String cell) throws IOException {
    String project = PomSource.ofText(cell).project();
    int start = project.indexOf("<packaging>pom</packaging>");
    String rest = project.substring(start + "<packaging>pom</packaging>".length());
    return rest.replaceAll("\\s+", "").replace("</project>", "");
  }

  @Test
  void looseElementsAreGatheredIntoTheirLists() throws IOException {
    assertEquals(
        "<dependencies><dependency><artifactId>a</artifactId></dependency>"
            + "<dependency><artifactId>b</artifactId></dependency></dependencies>"
            + "<repositories><repository><id>r</id></repository></repositories>",
        body(
            """
            <dependency><artifactId>a</artifactId></dependency>
            <repository><id>r</id></repository>
            <!-- a comment -->
            <dependencies><dependency><artifactId>b</artifactId></dependency></dependencies>
            """));
  }

  @Test
  void aWholeProjectStaysAsItIs() throws IOException {
    assertEquals("<project>x</project>", PomSource.ofText("<project>x</project>").project());
  }

  @Test
  void textThatIsNoXmlIsAnError() {
    var error = assertThrows(IOException.class, () -> PomSource.ofText("<a>").project());
    assertTrue(error.toString().contains("the cell is not the XML of a POM: "));
  }

  @Test
  void aMissingFileIsNamed() {
    var error =
        assertThrows(NoSuchFileException.class, () -> PomSource.ofFile(Path.of("none.xml")));
    assertTrue(error.toString().endsWith("none.xml: no such POM"));
  }
}
