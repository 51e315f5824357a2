package org.prmlab.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabel.Rating;
import org.prmlab.data.Verdict;

/** The conventions of GR-Ben, Hard2Verify and AgentProcessBench. */
class BenchmarkFormatsTest {
  /** Hidden by the scheme of the benchmark's own decrypt_sample, with Python. */
  private static final String HIDDEN =
      "{\"unique_id\": \"u-9\", \"question\": \"r4rbGqrUps3Bg6zmUmqRuow=\", \"model_res"
          + "ponse_by_step\": \"vdvJCKHftN/cnrjxUmpwYNyUsJgO5Q==\", \"human_labels\": \"vcjXC"
          + "Lui\", \"human_labels_first_error_idx\": \"y8g=\", \"canary\": \"a canary\"}";

  @TempDir private Path folder;

  private Path file(String... lines) throws IOException {
    return Files.write(folder.resolve("in.jsonl"), List.of(lines));
  }

  private LabeledSolution only(String line) throws IOException {
    return Formats.read(file(line)).solutions().get(0);
  }

  @Test
  void grBenCountsFromOneAndIsNotTakenForProcessBench() throws IOException {
    String line = Records.line("gr-ben");
    assertEquals(Optional.of(Verdict.errorAt(0)), only(line).verdict());
    assertEquals("physics", GrBen.domain(only(line)));
    String none = line.replace("\"label\": 1", "\"label\": -1");
    assertEquals(Optional.of(Verdict.allCorrect()), only(none).verdict());
  }

  @Test
  void hard2VerifyIsReadHiddenAndOpen() throws IOException {
    LabeledSolution open = only(Records.line("hard2verify"));
    assertEquals(
        List.of(StepLabel.Hard.CORRECT, StepLabel.Hard.INCORRECT, StepLabel.Hard.INCORRECT),
        open.labels().get(0).values());
    assertEquals(Optional.of(Verdict.errorAt(1)), open.verdict());
    LabeledSolution hidden = only(HIDDEN);
    assertEquals("Is 2 + 2 = 5, \u00e9?", hidden.solution().problem().text());
    assertEquals(List.of("2 + 2 = 4", "so no"), hidden.solution().steps());
    assertEquals(Optional.of(Verdict.allCorrect()), hidden.verdict());
  }

  @Test
  void aHiddenRecordWithAnotherCanaryIsRefused() throws IOException {
    Path in = file(HIDDEN.replace("\"canary\": \"a canary\"", "\"canary\": \"another\""));
    var error = assertThrows(FormatException.class, () -> StepFiles.read(in, new Hard2Verify()));
    assertEquals(
        in
            + ":1: model_response_by_step is a text that does not open with the record's canary;"
            + " expected a list",
        error.getMessage());
  }

  @Test
  void theStepsOfAnAgentAreItsMessages() throws IOException {
    LabeledSolution agent = only(Records.line("agentprocessbench"));
    assertEquals(
        List.of("[{\"id\":\"c\",\"name\":\"search\"}]", "Let me think.", "A king."),
        agent.solution().steps());
    assertEquals(
        List.of(Rating.POSITIVE, Rating.NEUTRAL, Rating.NEGATIVE), agent.labels().get(0).values());
    assertEquals(List.of(1, 3, 4), AgentProcessBench.messageIndices(agent));
    assertEquals("4", agent.solution().id());
  }

  @Test
  void ratingsOfASystemAreReadByMessage() throws IOException {
    Path in = file("{\"total_index\": 4, \"step_labels\": {\"1\": 1, \"4\": 0, \"3\": null}}");
    Map<String, RatedSteps> rows = RatedSteps.read(in);
    assertEquals(
        List.of(Optional.of(Rating.POSITIVE), Optional.empty(), Optional.of(Rating.NEUTRAL)),
        rows.getOrDefault("4", new RatedSteps("none", Map.of())).of(List.of(1, 3, 4)));
    Path twice = file("{\"total_index\": 4}", "{\"total_index\": 4}");
    assertEquals(
        twice + ":2: total_index '4' comes a second time; expected one row each",
        assertThrows(FormatException.class, () -> RatedSteps.read(twice)).getMessage());
  }

  @Test
  void labelsOfACriticAreReadByStep() throws IOException {
    Path in = file("{\"id\": \"u\", \"labels\": [1, 0, null, true]}");
    assertEquals(
        List.of(Optional.of(true), Optional.of(false), Optional.empty(), Optional.of(true)),
        StepCalls.read(in).getOrDefault("u", new StepCalls("none", List.of())).right());
    Path bad = file("{\"id\": \"u\", \"labels\": [0.5]}");
    assertEquals(
        bad + ":1: labels is the number 0.5; expected 1, 0 or null",
        assertThrows(FormatException.class, () -> StepCalls.read(bad)).getMessage());
  }
}
