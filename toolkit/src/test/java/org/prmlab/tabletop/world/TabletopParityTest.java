package org.prmlab.tabletop.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.PythonPeer;
import org.prmlab.model.TokenRow;
import org.prmlab.prm.LabelTokens;
import org.prmlab.prm.TokenScorer;
import org.prmlab.tabletop.program.ProgramTokens;
import org.prmlab.tabletop.program.ProgramWriter;
import org.prmlab.tabletop.program.WrittenProgram;
import org.prmlab.training.PrmTrainer;

/** The shipped models in transformers: the same probabilities. Needs PRMLAB_PYTHON. */
class TabletopParityTest {
  private static final WorldFolder WORLD =
      WorldFolder.open(Path.of("..", "datasets", "tabletop"), 1);
  private static final double TOLERANCE = 1e-5;

  @TempDir private Path folder;

  private static List<WrittenProgram> written() {
    var random = new SplittableRandom(4);
    var writer = new ProgramWriter(random);
    List<WrittenProgram> written = new ArrayList<>();
    for (ProgramDraw.Named named : new ProgramDraw("parity", List.of(3, 3, 3, 3), 4).problems()) {
      int[] values = named.program().values();
      values[0] = writer.other(values[0]);
      int[] tokens = writer.write(named.program(), values);
      written.add(WrittenProgram.of(named.id(), named.program(), tokens, "test"));
    }
    return written;
  }

  private static TokenRow row(WrittenProgram one) {
    int[] ids = ProgramTokens.joined(one.program(), one.solution());
    ids[0] = ProgramTokens.MARK;
    return TokenRow.of(ids, ProgramTokens.stepPositions(one.program().steps()));
  }

  private JsonNode transformers(String kind, Path model, int token)
      throws IOException, URISyntaxException {
    var json = new ObjectMapper();
    ArrayNode rows = json.createArrayNode();
    for (WrittenProgram one : written()) {
      TokenRow row = row(one);
      ObjectNode entry = rows.addObject();
      row.ids().forEach(entry.withArray("input_ids")::add);
      row.positions().forEach(entry.withArray("step_positions")::add);
    }
    Path file = folder.resolve("rows.json");
    Files.writeString(file, json.createObjectNode().set("rows", rows).toString());
    Path script =
        Path.of(
            Objects.requireNonNull(PrmTrainer.class.getResource("load_with_transformers.py"))
                .toURI());
    return json.readTree(
        PythonPeer.run(script, kind, model.toString(), file.toString(), Integer.toString(token)));
  }

  private static void assertSame(JsonNode theirs, double[][] ours) {
    for (int row = 0; row < ours.length; row++) {
      for (int i = 0; i < ours[row].length; i++) {
        assertEquals(theirs.path(row).path(i).asDouble(-1), ours[row][i], TOLERANCE, "row " + row);
      }
    }
  }

  @Test
  void theJudgeGivesTheSameMarks() throws IOException, URISyntaxException {
    Path model = WORLD.model(WorldModel.JUDGE);
    JsonNode theirs = transformers("lm", model, ProgramTokens.OK);
    try (var judge = ProgramMarker.load(model)) {
      assertSame(theirs, judge.marks(written()));
    }
  }

  @Test
  void aPrmGivesTheSameScores() throws IOException, URISyntaxException {
    Path model = WORLD.prm(PrmRecipe.CHECKER);
    JsonNode theirs = transformers("prm", model, 1);
    try (var prm = TokenScorer.load(model, PrmStage.SETTINGS, LabelTokens.NONE)) {
      assertSame(theirs, prm.score(written().stream().map(TabletopParityTest::row).toList()));
    }
  }
}
