package org.prmlab.cli.tabletop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.cli.PrmLab;
import org.prmlab.tabletop.world.SyntheticWorlds;
import picocli.CommandLine;

class TabletopCommandTest {
  private static final String WORLDS = Path.of("..", "datasets", "tabletop").toString();

  private static String run(int code, String... arguments) {
    var out = new StringWriter();
    CommandLine line = PrmLab.commandLine();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
    assertEquals(code, line.execute(arguments), out.toString());
    return out.toString();
  }

  @Test
  void findingsAsJsonSayWhatTheTableSays() throws IOException {
    JsonNode json = new ObjectMapper().readTree(run(0, "findings", "--json", "--from", WORLDS));
    String table = run(0, "findings", "--from", WORLDS);
    for (JsonNode finding : json.path("findings")) {
      assertTrue(table.contains(finding.path("id").asText()), finding.toString());
      assertTrue(table.contains(finding.path("claim").asText()), finding.toString());
      assertTrue(
          finding.path("low").asDouble() <= finding.path("ours").asDouble(), finding.toString());
    }
    assertTrue(json.path("findings").size() > 20);
  }

  @Test
  void findingsOfAnEmptyFolderAreAnError() {
    String said = run(1, "findings", "--from", "src");
    assertTrue(said.contains("make them with ./prmlab tabletop rebuild"), said);
  }

  @Test
  void aSeedThatIsNoneOfDevelopmentIsAUsageError() {
    assertTrue(
        run(2, "tabletop", "develop", "--seed", "11", "--out", "target/none")
            .contains("--seed: seed 11 is none of development; expected 301 to 399"));
  }

  @Test
  void theStagesCanBeListed() {
    String listed = run(0, "tabletop", "rebuild", "--list", "--out", "target/none");
    assertTrue(listed.contains("world-10/prm/threshold-7"), listed);
  }

  @Test
  void factsAndComparisonsAreJsonToo(@TempDir Path folder) throws IOException {
    SyntheticWorlds.write(folder, List.of(301, 302), (r, n, w) -> 50 + w % 10, (r, n, w) -> 60);
    String root = folder.toString();
    JsonNode facts =
        new ObjectMapper().readTree(run(0, "tabletop", "facts", "--json", "--from", root));
    assertEquals("5/12/27/43", facts.path("facts").get(4).path("paper").asText());
    assertEquals(4, facts.path("facts").get(4).path("ours").size());
    assertEquals(1800, facts.path("sets").get(2).path("solutions").path("mean").asInt());
    JsonNode moved =
        new ObjectMapper().readTree(run(0, "tabletop", "compare", root, root, "--json"));
    assertEquals(33, moved.path("claims").size());
    assertEquals(0, moved.path("changed_verdicts").size());
    assertTrue(run(0, "tabletop", "compare", root, root).contains("Verdicts: 33 of 33 the same."));
    JsonNode json = new ObjectMapper().readTree(run(0, "findings", "--json", "--from", root));
    JsonNode a2 = json.path("findings").get(1);
    assertEquals("within", a2.path("kind").asText());
    assertEquals(2, a2.path("bound").asDouble());
    assertEquals(302, a2.path("by_world").get(1).path("seed").asInt());
    assertEquals(2, a2.path("by_world").get(1).path("runs").size());
    assertEquals("a1", json.path("variance").get(0).path("id").asText());
  }

  @Test
  void theGroupShowsItsCommands() {
    assertTrue(run(0, "tabletop").contains("rebuild"));
    assertTrue(run(0, "tabletop").contains("develop"));
  }
}
