package org.prmlab.kernel.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MagicSyntaxTest {
  private static final String LINE = "org.prmlab.kernel.NotebookFunctions.lineMagic(";
  private static final String CELL = "org.prmlab.kernel.NotebookFunctions.cellMagic(";

  @Test
  void aLineMagicBecomesACallOnTheSameLine() {
    assertEquals(
        "int a;\n" + LINE + "\"jars\", java.util.List.of(\"x.jar\", \"y z.jar\"));\nint b;",
        MagicSyntax.toJava("int a;\n%jars x.jar \"y z.jar\"\nint b;"));
  }

  @Test
  void aLineMagicMayStandAfterAnEqualsSign() {
    assertEquals(
        "List<String> l = " + LINE + "\"jars\", java.util.List.of(\"x\"));",
        MagicSyntax.toJava("List<String> l = %jars x"));
  }

  @Test
  void timedCodeIsHandedOverAsItIsWritten() {
    assertEquals(
        CELL + "\"time\", java.util.List.<String>of(), \"f(\\\"a  b\\\")\");",
        MagicSyntax.toJava("%time f(\"a  b\")"));
  }

  @Test
  void aCellMagicTakesTheWholeCell() {
    assertEquals(
        CELL + "\"x\", java.util.List.of(\"a\"), \"one\\n%two\\n\")",
        MagicSyntax.toJava("%%x a\none\n%two\n"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "int a = 7 % 4;",
        "String s = \"= %jars x\";",
        "String t = \"\"\"\n%jars x\n\"\"\";",
        "// = %jars x",
        "/*\n%jars x\n*/",
        "boolean b = a ==%c;",
        "a %= 3;",
        " %%x\nbody",
        "char c = '%';"
      })
  void aPercentSignThatIsNoMagicStays(String source) {
    assertEquals(source, MagicSyntax.toJava(source));
  }

  @Test
  void aCellMagicMayHaveNothingBelowIt() {
    assertEquals(CELL + "\"x\", java.util.List.<String>of(), \"\")", MagicSyntax.toJava("%%x"));
  }

  @Test
  void aCommandOfTheShellBecomesACall() {
    assertEquals(
        "int a = 1;\n"
            + LINE
            + "\"!\", java.util.List.of(\"ls *.java /*\"));\n// it\n"
            + LINE
            + "\"!\", java.util.List.of(\"pwd\"));",
        MagicSyntax.toJava("int a = 1;\n!ls *.java /*\n// it\n! pwd"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "boolean b = a &&\n!c;",
        "boolean done = false;\n!done",
        "!(a && b)",
        "!list.isEmpty()",
        "!flags[0]",
        "!known",
        "String s = \"\"\"\n!ls\n\"\"\";",
        "int x = a > b\n? 1\n: 2;",
        "int x = ready?\n 1 : 2;"
      })
  void javaThatLooksLikeACommandOrAQuestionStays(String source) {
    assertEquals(source, MagicSyntax.toJava(source, "known"::equals));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"?Math.max", "Math.max?", "??Math.max", "int a;\n? Math.max"})
  void aQuestionBecomesACall(String source) {
    assertTrue(
        MagicSyntax.toJava(source).endsWith(LINE + "\"?\", java.util.List.of(\"Math.max\"));"));
  }

  @Test
  void withoutMagicsEverythingElseStaysInPlace() {
    String cell = "%jars x/*.jar\nint a;\n!ls\na";
    String plain = MagicSyntax.withoutMagics(cell);
    assertEquals(cell.length(), plain.length());
    assertEquals("int a;", plain.substring(14, 20));
    assertTrue(plain.startsWith(";  "), plain);
  }

  @Test
  void linesKeepTheirNumbers() {
    String java = MagicSyntax.toJava("int a;\n%time 1\n\n%jars x\nint b;");
    assertEquals(5, java.lines().count());
    assertTrue(java.endsWith("\nint b;"));
  }

  @Test
  void argumentsAreSplitAtBlanksOutsideQuotes() {
    assertEquals(
        List.of("a", "b c", "d\"e", "", "f\\g", "h i"),
        MagicSyntax.split(" a  \"b c\" d\\\"e \"\" f\\\\g h\\ i "));
  }

  @Test
  void windowsPathsKeepTheirBackslashes() {
    assertEquals(List.of("C:\\lib\\x.jar"), MagicSyntax.split("C:\\lib\\x.jar"));
  }
}
