package org.prmlab.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is recognized in the text of a statement: a call of display, a record to advise on. */
class StatementsTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "display(x) | true",
        "display(\"a)\", \"text/html\"); | true",
        "/* shown */ display (f(1), g()) ; // done | true",
        "display(x).length() | false",
        "display(a) + display(b) | false",
        "String id = display(x) | false",
        "displayed(x) | false"
      })
  void aStatementThatOnlyDisplaysIsKnown(String source, boolean isDisplay) {
    assertEquals(isDisplay, DisplayCall.is(source));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "record P { P { | record P(int x) { public P { ... } }",
        "record Pair<A> { } | record Pair(int x) { public Pair { ... } }",
        "record P(int x) { P { } } | write public P { ... }",
        "record P(int x) { static int n; private P(int x) { this.x = x; } } | write public P { ..."
            + " }"
      })
  void aRecordThatCannotCompileGetsAdvice(String source, String advice) {
    String given = RecordAdvice.of(source).orElse("");
    assertTrue(given.contains(advice), given);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "record P(int x) { public P { x = 1 } } | -",
        "record P(int x, int y) { P(int x) { this(x, 0); } } | -",
        "int record = 3 | -"
      })
  void otherSourcesGetNone(String source, String unused) {
    assertEquals(Optional.empty(), RecordAdvice.of(source), unused);
  }

  @Test
  void packagesGoOnWithTheirNextPart() {
    PackageNames packages = new PackageNames();
    assertEquals(List.of("concurrent"), packages.next("java.util.con", List.of()));
    assertTrue(packages.next("ja", List.of()).containsAll(List.of("java", "javax")));
    String classes = System.getProperty("java.class.path");
    List<String> classPath = List.of(classes.split(java.io.File.pathSeparator, -1));
    assertEquals(List.of("prmlab"), packages.next("org.prm", classPath));
    assertEquals(List.of(), packages.next("no.such", List.of("missing.jar")));
  }
}
