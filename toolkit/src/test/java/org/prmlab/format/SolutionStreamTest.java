package org.prmlab.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.data.LabeledSolution;

class SolutionStreamTest {
  private static final String RECORD =
      "{\"id\": \"%s\", \"problem\": \"p\", \"steps\": [\"a\", \"b\"], \"scores\": {\"m\": %s}}\n";

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("in.jsonl"), text);
  }

  private static SolutionStream check(Path path, BadRecords bad) {
    return SolutionStream.check(path, new PrmlabRecord(), bad, (solution, number) -> {});
  }

  private static List<LabeledSolution> all(SolutionStream stream) {
    List<LabeledSolution> all = new ArrayList<>();
    try (SolutionStream.Reader reader = stream.open()) {
      reader.forEachRemaining(all::add);
    }
    return all;
  }

  @Test
  void itsSolutionsAreThoseOfTheWholeFile() throws IOException {
    Path path = file(RECORD.formatted("a", "[2]") + RECORD.formatted("b", "[0.5]"));
    assertEquals(Formats.read(path).solutions(), all(check(path, BadRecords.stop())));
    assertEquals(
        List.of("m"), List.copyOf(all(check(path, BadRecords.stop())).get(0).outcomes().keySet()));
  }

  @Test
  void whatWasSetAsideIsPassedOverAgain() throws IOException {
    Path path =
        file(
            RECORD.formatted("a", "[1, 1]")
                + "{}\n"
                + RECORD.formatted("a", "[0, 0]")
                + RECORD.formatted("b", "[1]"));
    List<String> faults = new ArrayList<>();
    SolutionStream stream = check(path, (fault, record) -> faults.add(fault.getMessage()));
    assertEquals(2, faults.size());
    assertEquals(path + ": solutions 1 and 2 have the same id 'a'; ids must differ", faults.get(1));
    assertEquals(List.of("a", "b"), all(stream).stream().map(s -> s.solution().id()).toList());
  }

  @Test
  void aFileThatChangesIsRefused() throws IOException {
    String first = RECORD.formatted("a", "[1, 1]");
    Path path = file(first + RECORD.formatted("b", "[1]"));
    SolutionStream stream = check(path, BadRecords.stop());
    String expected =
        path + ": has changed while it was read; let other programs finish, start again";
    for (String now : List.of(first, first + first.replace("\"a\"", "\"c\""), first.repeat(3))) {
      file(now);
      assertEquals(
          expected, assertThrows(FormatException.class, () -> all(stream)).getMessage(), now);
    }
  }
}
