package org.prmlab.cli.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prmlab.cli.PrmLab;
import org.prmlab.model.Fixture;

/** The commands where Spark is not on the class path; the module toolkit/spark tests the others. */
class SparkCommandTest {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return PrmLab.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "score --prm DIR --data FILE --out FOLDER/out.jsonl",
        "consensus --mc FILE --judge FILE --out FOLDER/out.jsonl",
        "agree FILE FILE",
        "agree FILE FILE --counts",
        "evaluate --data FILE --prm p"
      })
  void withoutSparkACommandSaysHowToAddIt(String command) throws IOException {
    Path file = Files.createFile(folder.resolve("data.jsonl"));
    String[] arguments =
        Stream.of(("spark " + command).split(" ", -1)) // paths may hold spaces
            .map(word -> word.replace("FILE", file.toString()))
            .map(word -> word.replace("FOLDER", folder.toString()))
            .map(word -> word.replace("DIR", Fixture.named("qwen2-prm").folder().toString()))
            .toArray(String[]::new);
    assertEquals(1, run(arguments));
    assertTrue(err.toString().startsWith("error: Spark is not on the class path"), err.toString());
    assertTrue(err.toString().contains("./mvnw -q -Pspark -DskipTests package"), err.toString());
    assertFalse(Files.exists(folder.resolve("out.jsonl.parts")), "nothing is begun");
  }

  @Test
  void blocksHoldWholeWindows() {
    assertEquals(
        2, run("spark", "score", "--prm", "p", "--data", "d", "--out", "o", "--block", "100"));
    assertTrue(err.toString().contains("--block 100; a multiple of 64 expected"), err.toString());
  }

  @Test
  void whatIsKeptIsJsonLines() {
    assertEquals(2, run("spark", "consensus", "--mc", "a", "--judge", "b", "--out", "kept.json"));
    assertTrue(err.toString().contains("--out kept.json; a name in .jsonl expected"));
  }
}
