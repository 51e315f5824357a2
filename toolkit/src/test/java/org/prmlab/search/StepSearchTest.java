package org.prmlab.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prmlab.data.Aggregation;
import org.prmlab.data.Problem;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.Solution;
import org.prmlab.data.StepScores;
import org.prmlab.search.SearchNode.Fate;

class StepSearchTest {
  private static final Problem PROBLEM = Problem.of("p", "spell it");

  /** What follows a text, best first; a text that nothing follows is complete. */
  private static final Map<String, List<String>> TREE =
      Map.of(
          "", List.of("a", "b", "c"),
          "a", List.of("d"),
          "b", List.of("e"),
          "c", List.of("f", "f", "g"),
          "d", List.of("h"));

  private static final Map<String, Double> SCORES =
      Map.of("a", 0.9, "b", 0.8, "c", 0.1, "d", 0.2, "e", 0.9, "f", 0.5, "g", 0.6, "h", 0.9);

  private static List<NextStep> after(String text, int samples) {
    List<String> next = TREE.getOrDefault(text, List.of());
    return IntStream.range(0, Math.min(samples, next.size()))
        .mapToObj(i -> new NextStep(next.get(i), !TREE.containsKey(next.get(i)), 2))
        .toList();
  }

  private static List<List<NextStep>> propose(List<SearchPath> paths, int samples) {
    return paths.stream()
        .map(p -> after(p.steps().isEmpty() ? "" : p.steps().get(p.steps().size() - 1), samples))
        .toList();
  }

  private static List<StepScores> score(List<Solution> solutions) {
    return solutions.stream()
        .map(
            s ->
                StepScores.of(
                    "toy",
                    ScoreMeaning.STEP_CORRECT,
                    s,
                    s.steps().stream().mapToDouble(SCORES::get).toArray()))
        .toList();
  }

  private static SearchResult search(SearchSettings settings) {
    return StepSearch.of(StepSearchTest::propose, StepSearchTest::score, settings)
        .run(List.of(PROBLEM))
        .get(0);
  }

  private static List<String> steps(FoundSolution found) {
    return found.path().steps();
  }

  @Test
  void greedySearchFollowsTheBestStepAndCountsAllItDrew() {
    SearchResult result = search(SearchSettings.of(SearchShape.greedy(3), Aggregation.MIN));
    assertEquals(List.of("a", "d", "h"), steps(result.best().orElseThrow()));
    assertEquals(0.2, result.best().orElseThrow().rank());
    assertEquals(new SearchCost(10, 5, 5), result.cost());
  }

  @Test
  void aBeamKeepsAPathThatIsBetterLater() {
    SearchResult result = search(SearchSettings.of(SearchShape.beam(2, 3), Aggregation.MIN));
    assertEquals(List.of("b", "e"), steps(result.best().orElseThrow()));
    assertEquals(2, result.found().size());
  }

  @Test
  void aCompletePathCompetesOn() {
    SearchResult result = search(SearchSettings.of(SearchShape.beam(2, 3), Aggregation.LAST));
    assertEquals(
        List.of(List.of("b", "e"), List.of("a", "d", "h")),
        result.found().stream().map(StepSearchTest::steps).toList());
  }

  @Test
  void treesDoNotCompeteWithEachOther() {
    SearchResult result = search(SearchSettings.of(SearchShape.diverse(3, 2), Aggregation.PRODUCT));
    assertEquals(3, result.found().size());
    assertEquals(
        3 * search(SearchSettings.of(SearchShape.greedy(2), Aggregation.PRODUCT)).cost().tokens(),
        result.cost().tokens());
    assertEquals("0.0.0.0", result.found().get(0).path().place());
    assertEquals("2.0.0.0", result.found().get(2).path().place());
  }

  @Test
  void lookaheadSeesWhereAStepLeads() {
    SearchSettings settings = SearchSettings.of(SearchShape.greedy(3), Aggregation.MIN);
    SearchResult result = search(settings.withLookahead(1));
    assertEquals(List.of("b", "e"), steps(result.best().orElseThrow()));
    assertEquals(2, result.best().orElseThrow().scores().scored());
    assertEquals(new SearchCost(14, 7, 4), result.cost());
  }

  @ParameterizedTest(name = "lookahead {0}")
  @ValueSource(ints = {0, 1})
  void aPathThatThePrmCannotReadIsGivenUpAndTheOthersGoOn(int lookahead) {
    StepScorer picky =
        new StepScorer() {
          @Override
          public List<StepScores> score(List<Solution> solutions) {
            assertTrue(solutions.stream().noneMatch(s -> refusal(s).isPresent()));
            return StepSearchTest.score(solutions);
          }

          @Override
          public Optional<String> refusal(Solution solution) {
            return solution.steps().contains("a")
                ? Optional.of(solution.id() + " holds a marker")
                : Optional.empty();
          }
        };
    SearchSettings settings =
        SearchSettings.of(SearchShape.greedy(3), Aggregation.MIN).withLookahead(lookahead);
    StepSearch search = StepSearch.of(StepSearchTest::propose, picky, settings);
    SearchResult result = search.run(List.of(PROBLEM)).get(0);
    assertEquals(List.of("b", "e"), steps(result.best().orElseThrow()));
    assertEquals(1, result.cost().refused());
    assertEquals(Map.of("p/0.0", "p/0.0 holds a marker"), search.refusals());
  }

  @Test
  void whatIsDrawnAheadAndCannotBeReadIsLeftOut() {
    StepScorer picky =
        new StepScorer() {
          @Override
          public List<StepScores> score(List<Solution> solutions) {
            return StepSearchTest.score(solutions);
          }

          @Override
          public Optional<String> refusal(Solution solution) {
            return solution.steps().equals(List.of("a", "d"))
                ? Optional.of("too long")
                : Optional.empty();
          }
        };
    SearchSettings settings = SearchSettings.of(SearchShape.greedy(3), Aggregation.MIN);
    SearchResult result =
        StepSearch.of(StepSearchTest::propose, picky, settings.withLookahead(1).withMaxSteps(1))
            .run(List.of(PROBLEM))
            .get(0);
    assertEquals(List.of("a"), steps(result.found().get(0)), "ranked by its own step");
    assertEquals(1, result.cost().refused());
  }

  @Test
  void equalCandidatesAreScoredOnceAndPaidTwice() {
    StepProposer onlyC =
        (paths, samples) ->
            paths.stream()
                .map(
                    p ->
                        p.steps().isEmpty()
                            ? List.of(new NextStep("c", false, 2))
                            : after("c", samples))
                .toList();
    SearchResult result =
        StepSearch.of(
                onlyC,
                StepSearchTest::score,
                SearchSettings.of(SearchShape.greedy(3), Aggregation.LAST))
            .run(List.of(PROBLEM))
            .get(0);
    assertEquals(List.of("c", "g"), steps(result.best().orElseThrow()));
    assertEquals(new SearchCost(8, 4, 3), result.cost());
  }

  @Test
  void aPathThatIsNotEndedInTimeIsNoSolution() {
    SearchSettings settings = SearchSettings.of(SearchShape.greedy(3), Aggregation.MIN);
    SearchResult result = search(settings.withMaxSteps(2));
    assertTrue(result.best().isEmpty());
    assertEquals(List.of("a", "d"), steps(result.found().get(0)));
  }

  @Test
  void theNodesTellTheWholeTree() {
    SearchResult result = search(SearchSettings.of(SearchShape.greedy(3), Aggregation.MIN));
    assertEquals(
        List.of(
            new SearchNode("0.0", "a", 0.9, 0.9, Fate.KEPT),
            new SearchNode("0.1", "b", 0.8, 0.8, Fate.DROPPED),
            new SearchNode("0.2", "c", 0.1, 0.1, Fate.DROPPED),
            new SearchNode("0.0.0", "d", 0.2, 0.2, Fate.KEPT),
            new SearchNode("0.0.0.0", "h", 0.9, 0.2, Fate.KEPT)),
        result.nodes());
  }

  @Test
  void problemsAreSearchedTogetherAndApart() {
    List<Problem> problems = List.of(PROBLEM, Problem.of("q", "spell it too"));
    List<SearchResult> results =
        StepSearch.of(
                StepSearchTest::propose,
                StepSearchTest::score,
                SearchSettings.of(SearchShape.beam(2, 3), Aggregation.MIN))
            .run(problems);
    assertEquals(problems, results.stream().map(SearchResult::problem).toList());
    assertEquals("q/0.1.0", results.get(1).best().orElseThrow().path().solution().id());
    assertEquals(results.get(0).cost(), results.get(1).cost());
  }

  /** The second problem's policy says other things: a path may not be given another's steps. */
  @Test
  void eachPathGoesOnFromItsOwnProposals() {
    StepProposer twoTrees =
        (paths, samples) ->
            paths.stream()
                .map(
                    p ->
                        p.problem().id().equals("q")
                            ? List.of(new NextStep(p.steps().isEmpty() ? "b" : "h", true, 7))
                            : propose(List.of(p), samples).get(0))
                .toList();
    SearchSettings settings = SearchSettings.of(SearchShape.diverse(2, 2), Aggregation.MIN);
    List<SearchResult> results =
        StepSearch.of(twoTrees, StepSearchTest::score, settings)
            .run(List.of(PROBLEM, Problem.of("q", "another"), Problem.of("r", "spell it")));
    assertEquals(List.of("b"), steps(results.get(1).best().orElseThrow()));
    assertEquals(new SearchCost(14, 2, 2), results.get(1).cost(), "two trees of one step");
    assertEquals(List.of("a", "d", "h"), steps(results.get(2).best().orElseThrow()));
    assertEquals(results.get(0).cost(), results.get(2).cost());
    assertEquals(2, results.get(2).found().size());
  }

  /** Two paths that are not ended, with ranks above that of the one that is. */
  @Test
  void whatIsCompleteComesFirst() {
    SearchResult result =
        search(SearchSettings.of(SearchShape.beam(3, 3), Aggregation.LAST).withMaxSteps(2));
    assertEquals(
        List.of(List.of("b", "e"), List.of("c", "g"), List.of("c", "f")),
        result.found().stream().map(StepSearchTest::steps).toList());
    StepScores low =
        score(List.of(SearchPath.root(PROBLEM, 0).then(new NextStep("a", true, 1), 0).solution()))
            .get(0);
    var open = new FoundSolution(SearchPath.root(PROBLEM, 1), low, 0.9);
    var ended =
        new FoundSolution(
            SearchPath.root(PROBLEM, 0).then(new NextStep("a", true, 1), 0), low, 0.1);
    var mixed = new SearchResult(PROBLEM, List.of(open, ended), SearchCost.NONE, List.of());
    assertEquals(List.of(ended, open), mixed.found());
    assertEquals(Optional.of(ended), mixed.best());
  }

  @Test
  void bestOfNIsASearchWithoutChoices() {
    assertEquals(new SearchShape(4, 1, 1), SearchShape.samples(4));
    SearchResult result = search(SearchSettings.of(SearchShape.samples(2), Aggregation.MIN));
    assertEquals(2, result.found().size());
    assertEquals(new SearchCost(12, 6, 6), result.cost());
    assertEquals(
        new SearchCost(11, 22, 33, 44),
        new SearchCost(1, 2, 3, 4).plus(new SearchCost(10, 20, 30, 40)));
  }
}
