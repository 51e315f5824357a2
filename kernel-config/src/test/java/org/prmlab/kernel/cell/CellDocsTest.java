package org.prmlab.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellDocsTest {
  private static JShell shell = JShell.builder().executionEngine("local").build();
  private static CellDocs docs = CellDocs.of(List.of());

  @BeforeAll
  static void declare() {
    for (String cell :
        List.of(
            "/** Doubles. */ int twice(int n) { return 2 * n; }",
            "/** Doubles both. */ int twice(int n, java.util.Map<String, Integer> m) { return 0; }",
            "/** A crate. */ class Crate { /** Its size. */ int size(int a) { return 1; }"
                + " /** Its label. */ String label; class Lid { /** Shuts. */ void shut() {} } }",
            "/** The answer. */ int answer = 42;",
            "int silent() { return 1; }")) {
      shell.eval(cell);
    }
    List<Snippet> snippets = shell.snippets().toList();
    docs = CellDocs.of(snippets);
  }

  @AfterAll
  static void close() {
    shell.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "int twice(int n) | Doubles.",
        "int twice(int n, Map<String, Integer> m) | Doubles both.",
        "int Crate.size(int a) | Its size.",
        "Crate.label:java.lang.String | Its label.",
        "void Crate.Lid.shut() | Shuts.",
        "Crate | A crate.",
        "Crate() | A crate.",
        "answer:int | The answer."
      })
  void whatACellDocumentsIsFound(String signature, String comment) {
    assertEquals(Optional.of(comment), docs.of(signature));
  }

  @Test
  void whatIsNotDocumentedHasNoComment() {
    assertEquals(Optional.empty(), docs.of("int silent()"));
    assertEquals(Optional.empty(), docs.of("int Math.max(int a, int b)"));
  }
}
