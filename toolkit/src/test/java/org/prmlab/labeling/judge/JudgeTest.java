package org.prmlab.labeling.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.data.Binarization;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.Unread;
import org.prmlab.llm.AnswerJournal;
import org.prmlab.llm.ScriptedModel;

class JudgeTest {
  private static final Solution SOLUTION =
      Solution.of(
          "s",
          Problem.of("p", "What is {solution}?"),
          List.of("first {problem}", "second", "third"));

  private static final Binarization RULE = Binarization.withDefaults();

  @TempDir private Path folder;

  @Test
  void theMostFrequentVerdictWinsAndWhatWasUnreadIsCountedAndKept() {
    var model = new ScriptedModel("\\boxed{1}", "hm", "\\boxed{2}", "\\boxed{2}");
    JudgeVotes votes =
        Judge.of(model, JudgePromptFormat.BOXED_INDEX)
            .withVotes(4)
            .read(List.of(SOLUTION), AnswerJournal.inMemory())
            .get(0);
    assertEquals(Optional.of(Verdict.errorAt(2)), votes.verdict());
    assertEquals(1, votes.unread());
    assertEquals("hm", votes.outputs().get(1).text());
    assertEquals(Optional.of(Unread.NO_BOX), votes.readings().get(1).unread());
    assertEquals(2.0 / 3, votes.shareRight());
    assertEquals(Optional.of(Verdict.errorAt(2)), votes.as("judge").verdict(RULE));
  }

  @Test
  void withoutAReadableOutputTheVerdictIsOpen() {
    JudgeVotes votes =
        Judge.of(new ScriptedModel("?"), JudgePromptFormat.ANALYSES)
            .read(List.of(SOLUTION), AnswerJournal.inMemory())
            .get(0);
    assertEquals(Optional.empty(), votes.as("judge").verdict(RULE));
    assertEquals(3, votes.as("judge").values().size());
    assertEquals(0, votes.shareRight());
  }

  @Test
  void theUserMayReplaceTheWording() throws java.io.IOException {
    Path file = Files.writeString(folder.resolve("p.txt"), "P {problem} S {solution} {other}");
    var model = new ScriptedModel("\\boxed{-1}");
    Judge.of(model, JudgePromptFormat.BOXED_INDEX)
        .withWording(file)
        .read(List.of(SOLUTION), AnswerJournal.inMemory());
    String asked = model.asked().get(0).messages().get(0).content();
    assertTrue(asked.startsWith("P What is {solution}? S <paragraph_0>"), asked);
    assertTrue(asked.endsWith(" {other}"), asked);
    Path bad = Files.writeString(folder.resolve("bad.txt"), "{problem}");
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> Judge.of(model, JudgePromptFormat.ANALYSES).withWording(bad));
    assertEquals(
        bad + ": no {solution} in it; problem and solution expected, in braces",
        error.getMessage());
  }
}
