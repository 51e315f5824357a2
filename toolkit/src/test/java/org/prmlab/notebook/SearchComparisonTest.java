package org.prmlab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.prmlab.data.Aggregation;
import org.prmlab.data.Problem;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.StepScores;
import org.prmlab.report.ResultTable;
import org.prmlab.search.NextStep;
import org.prmlab.search.SearchResult;
import org.prmlab.search.SearchSettings;
import org.prmlab.search.SearchShape;
import org.prmlab.search.StepProposer;
import org.prmlab.search.StepSearch;
import org.prmlab.stats.Bootstrap;

class SearchComparisonTest {
  private static final List<Problem> PROBLEMS =
      IntStream.range(0, 20)
          .mapToObj(i -> new Problem("p" + i, "add", Optional.of(i % 2 == 0 ? "3" : "4")))
          .toList();

  /** One step: three candidates, which say 4, 4 and 3; the PRM likes the last. */
  private static final StepProposer POLICY =
      (paths, samples) ->
          paths.stream()
              .map(
                  p ->
                      IntStream.range(0, samples)
                          .mapToObj(i -> new NextStep("A says " + said(p.place(), i), true, 5))
                          .toList())
              .toList();

  private static String said(String place, int candidate) {
    return (Integer.parseInt(place) + candidate) % 3 == 2 ? "3" : "4";
  }

  private static List<SearchResult> search(SearchShape shape) {
    return StepSearch.of(
            POLICY,
            solutions ->
                solutions.stream()
                    .map(
                        s ->
                            StepScores.of(
                                "toy",
                                ScoreMeaning.STEP_CORRECT,
                                s,
                                s.steps().get(0).endsWith("3") ? 0.9 : 0.2))
                    .toList(),
            SearchSettings.of(shape, Aggregation.PRODUCT))
        .run(PROBLEMS);
  }

  private static SearchComparison comparison() {
    return SearchComparison.of(PROBLEMS, Bootstrap.withDefaults().withResamples(200))
        .addSamples(search(SearchShape.samples(3)), List.of(1, 3))
        .add("greedy", 1, search(SearchShape.greedy(1)))
        .add("greedy", 3, search(SearchShape.greedy(3)));
  }

  @Test
  void samplesAreCountedInTheOrderTheyWereDrawn() {
    assertEquals(0.5, comparison().accuracy("Best-of-N", 1).value());
    assertEquals(0.5, comparison().accuracy("Best-of-N", 3).value());
    assertEquals(0.5, comparison().accuracy("majority", 3).value());
    assertEquals(5, comparison().tokens("majority", 1));
    assertEquals(15, comparison().tokens("Best-of-N", 3));
  }

  @Test
  void pairsAreOfTheSameProblems() {
    var gap = comparison().difference("greedy", "Best-of-N", 3);
    assertEquals(0, gap.difference().value());
    assertEquals(0, comparison().difference("Best-of-N", "majority", 3).difference().value());
    assertTrue(comparison().difference("greedy", "majority", 3).difference().contains(0));
  }

  @Test
  void theTableHasARowAWayAndTwoColumnsABudget() {
    ResultTable table = comparison().table();
    assertEquals(
        List.of("search", "tokens of 1", "right of 1 (%)", "tokens of 3", "right of 3 (%)"),
        table.columns());
    assertEquals(
        List.of("Best-of-N", "majority", "greedy"),
        table.rows().stream().map(r -> r.get(0)).toList());
    assertEquals("15", table.rows().get(2).get(3));
  }

  @Test
  void theFigureHasALineAWay() {
    assertEquals(6, comparison().figure().data().series().size());
  }

  @Test
  void anUnknownSearchIsNamed() {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> comparison().accuracy("beam", 3));
    assertEquals(
        "no search 'beam' of 3 candidates; there are [Best-of-N, majority, greedy]",
        e.getMessage());
  }

  @Test
  void resultsOfOtherProblemsAreRefused() {
    List<SearchResult> some = search(SearchShape.greedy(1)).subList(0, 2);
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> comparison().add("greedy", 9, some));
    assertEquals("2 results of greedy for 20 problems; one a problem expected", e.getMessage());
  }
}
