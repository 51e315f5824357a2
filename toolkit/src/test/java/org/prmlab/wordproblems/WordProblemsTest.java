package org.prmlab.wordproblems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepDataset;
import org.prmlab.format.ProcessBench;

class WordProblemsTest {
  private static final Pattern CALCULATION =
      Pattern.compile("(\\d+) ([-+*/]) (\\d+)(?: =|, which is) (\\d+)");
  private static final Path COMMITTED = Path.of("..", "datasets", "steps", "word-problems.json");

  @TempDir Path folder;

  @Test
  void theCommittedFileIsWhatTheCommandMakes() throws IOException {
    Path made = folder.resolve("made.json");
    ProcessBench.write(made, WordProblems.draw(60, 2501));
    assertEquals(-1, Files.mismatch(COMMITTED, made));
  }

  @Test
  void theCommittedFileHasEveryKindOfRow() {
    StepDataset data = ProcessBench.read(COMMITTED);
    assertEquals(300, data.size());
    assertEquals(5, data.byGenerator().size());
    assertEquals(60, data.stream().map(s -> s.solution().problem()).distinct().count());
    Set<String> kinds =
        data.stream().flatMap(s -> s.extra().values().stream()).collect(Collectors.toSet());
    assertEquals(ErrorKind.values().length, kinds.size());
    assertTrue(data.correctAnswerByWrongProcess().size() >= 20, "too few to measure a rate");
    assertEquals(300, data.withError().size() + data.withoutError().size());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void aSolutionWithoutAnErrorCalculatesRightAndAnswersRight(long seed) {
    for (LabeledSolution solution : WordProblems.draw(40, seed)) {
      List<String> steps = solution.solution().steps();
      if (!solution.verdict().orElseThrow().hasError()) {
        assertTrue(solution.solution().finalAnswerCorrect().orElseThrow());
        assertEquals(List.of(), wrong(steps), () -> solution.toString());
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void wrongCalculationsStandAtTheFirstErrorAndNotBefore(long seed) {
    for (LabeledSolution solution : WordProblems.draw(40, seed)) {
      String kind = solution.extra().getOrDefault("error_kind", "");
      List<Integer> wrong = wrong(solution.solution().steps());
      if (kind.isEmpty()) {
        continue;
      }
      int error = solution.verdict().orElseThrow().earliestError().orElseThrow();
      switch (kind.replace("\"", "")) {
        case "arithmetic", "guessed" -> assertEquals(List.of(error), wrong);
        case "cancelled" -> assertEquals(List.of(error, error + 1), wrong);
        default -> assertEquals(List.of(), wrong, kind);
      }
      if (kind.equals("\"cancelled\"") || kind.equals("\"guessed\"")) {
        assertTrue(solution.isCorrectAnswerByWrongProcess());
      }
    }
  }

  @Test
  void anotherSeedMakesOtherProblems() {
    assertNotEquals(WordProblems.draw(3, 1), WordProblems.draw(3, 2));
  }

  /** Indices of steps whose own calculation does not hold. */
  private static List<Integer> wrong(List<String> steps) {
    List<Integer> wrong = new java.util.ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Matcher calculation = CALCULATION.matcher(steps.get(i));
      if (calculation.find()) {
        int a = Integer.parseInt(calculation.group(1));
        int b = Integer.parseInt(calculation.group(3));
        int result =
            switch (calculation.group(2)) {
              case "+" -> a + b;
              case "-" -> a - b;
              case "*" -> a * b;
              default -> a / b;
            };
        if (result != Integer.parseInt(calculation.group(4))) {
          wrong.add(i);
        }
      }
    }
    return wrong;
  }
}
