package org.prmlab.notebook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.prmlab.data.Aggregation;
import org.prmlab.data.Problem;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.StepScores;
import org.prmlab.report.View;
import org.prmlab.search.FoundSolution;
import org.prmlab.search.SearchCost;
import org.prmlab.search.SearchNode;
import org.prmlab.search.SearchNode.Fate;
import org.prmlab.search.SearchPath;
import org.prmlab.search.SearchResult;

class SearchExplorableTest {
  private static final Problem PROBLEM = new Problem("p", "1 < 2 </script>?", Optional.of("yes"));

  private static SearchResult result() {
    var path = new SearchPath(PROBLEM, "0.1.0", List.of("kept <b>", "so yes"), true);
    var scores = StepScores.of("prm", ScoreMeaning.STEP_CORRECT, path.solution(), 0.5, 0.5);
    return new SearchResult(
        PROBLEM,
        List.of(new FoundSolution(path, scores, Math.log(0.25))),
        new SearchCost(9, 3, 3),
        List.of(
            new SearchNode("0.0", "dropped", 0.125, Math.log(0.125), Fate.DROPPED),
            new SearchNode("0.1", "kept <b>", 0.5, Math.log(0.5), Fate.KEPT),
            new SearchNode("0.1.0", "so yes", 0.5, Math.log(0.25), Fate.KEPT)));
  }

  @Test
  void theTreeHasTheProblemTheScoresAndWhatWasDropped() throws Exception {
    View view = Explore.search(result(), Aggregation.PRODUCT);
    JsonNode data = ExploreExamples.data(view);
    assertEquals(2, data.path("levels").asInt());
    assertEquals("product", data.path("ranking").asText());
    String still = ExploreExamples.still(view);
    assertTrue(still.contains("1 &lt; 2 &lt;/script&gt;? (answer: yes)"), still);
    assertTrue(still.contains("<small>step 0.125, path 0.125, dropped</small>"), still);
    assertTrue(still.contains("<small>step 0.500, path 0.250; <b>the answer</b></small>"), still);
    assertTrue(still.contains("kept &lt;b&gt;"), still);
    assertEquals(
        "search of problem p: of 3 different candidates 2 were kept, over 2 steps", view.text());
  }

  @Test
  void aStepStandsBelowTheStepItGoesOnFrom() {
    String still = ExploreExamples.still(Explore.search(result(), Aggregation.PRODUCT));
    int parent = still.indexOf("kept &lt;b&gt;");
    int child = still.indexOf("data-level=\"2\"");
    assertTrue(parent < child && still.indexOf("</ul></li></ul>", child) > child, still);
  }

  @Test
  void aSearchWithoutCandidatesIsRefused() {
    var empty = new SearchResult(PROBLEM, List.of(), new SearchCost(0, 0, 0), List.of());
    var error =
        assertThrows(IllegalArgumentException.class, () -> Explore.search(empty, Aggregation.MIN));
    assertEquals("the search of problem 'p' has no candidates to draw", error.getMessage());
  }
}
