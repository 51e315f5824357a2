package org.prmlab.tabletop.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.prmlab.data.Aggregation;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.ProblemKey;
import org.prmlab.data.Solution;
import org.prmlab.data.StepScores;
import org.prmlab.evaluation.bestofn.Candidate;
import org.prmlab.evaluation.bestofn.Selection;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.llm.SampleSeeds;
import org.prmlab.prm.ProcessRewardModel;
import org.prmlab.search.SearchResult;
import org.prmlab.search.SearchSettings;
import org.prmlab.search.SearchShape;
import org.prmlab.search.StepSearch;
import org.prmlab.tabletop.program.ProgramTokens;
import org.prmlab.tabletop.program.Tier;
import org.prmlab.tabletop.world.SearchOutcome.TierSearch;

/** Searches guided by a PRM of a world, on a hundred problems of each tier. */
final class SearchStage {
  private static final int PROBLEMS = 100; // of each tier
  private static final int WIDTH = 8; // candidates at every level, in all shapes

  private final ProcessRewardModel prm;
  private final ProgramProposer policy;

  private SearchStage(ProcessRewardModel prm, ProgramProposer policy) {
    this.prm = prm;
    this.policy = policy;
  }

  static SearchOutcome run(WorldFolder world, PrmRecipe guide) {
    Map<Tier, Map<Problem, List<Solution>>> tiers = problems(world);
    List<TierSearch> found = new ArrayList<>();
    try (var prm = ProcessRewardModel.load(world.prm(guide), PrmStage.SETTINGS);
        var sampler = ProgramSampler.ofSearches(world)) {
      long seed = SampleSeeds.of(world.seed(), "search");
      var stage = new SearchStage(prm, new ProgramProposer(sampler, seed));
      for (Tier tier : Tier.values()) {
        found.add(stage.tier(tiers.getOrDefault(tier, Map.of())));
      }
    }
    return new SearchOutcome(guide, world.seed(), PROBLEMS, found);
  }

  private static Map<Tier, Map<Problem, List<Solution>>> problems(WorldFolder world) {
    Map<Problem, List<Solution>> samples =
        PrmlabRecord.read(world.searchSamples()).stream()
            .map(LabeledSolution::solution)
            .collect(
                Collectors.groupingBy(Solution::problem, LinkedHashMap::new, Collectors.toList()));
    Map<Tier, Map<Problem, List<Solution>>> tiers = new LinkedHashMap<>();
    samples.forEach(
        (problem, solutions) -> {
          Map<Problem, List<Solution>> some =
              tiers.computeIfAbsent(Tier.of(problem), t -> new LinkedHashMap<>());
          if (some.size() < PROBLEMS) {
            some.put(problem, solutions);
          }
        });
    return tiers;
  }

  private TierSearch tier(Map<Problem, List<Solution>> samples) {
    List<Problem> problems = List.copyOf(samples.keySet());
    List<SearchResult> greedy = search(SearchShape.greedy(WIDTH), problems);
    List<SearchResult> beam = search(SearchShape.beam(2, WIDTH / 2), problems);
    List<SearchResult> diverse = search(SearchShape.diverse(2, WIDTH / 2), problems);
    List<StepScores> scores = prm.score(samples.values().stream().flatMap(List::stream).toList());
    Map<ProblemKey, List<Candidate>> groups = new LinkedHashMap<>();
    for (StepScores score : scores) {
      groups
          .computeIfAbsent(score.solution().problem().key(), key -> new ArrayList<>())
          .add(PrmMeasurement.candidate(score.solution(), Aggregation.PRODUCT.rank(score)));
    }
    return new TierSearch(
        accuracy(greedy),
        accuracy(beam),
        accuracy(diverse),
        PrmMeasurement.accuracy(groups, Selection.BEST),
        PrmMeasurement.accuracy(groups, Selection.MAJORITY),
        tokens(greedy),
        tokens(beam),
        tokens(diverse),
        mean(
            List.copyOf(samples.values()),
            all -> all.stream().mapToInt(s -> ProgramTokens.LINE * s.steps().size()).sum()));
  }

  private List<SearchResult> search(SearchShape shape, List<Problem> problems) {
    var settings = SearchSettings.of(shape, Aggregation.PRODUCT);
    return StepSearch.of(policy, prm::score, settings).run(problems);
  }

  private static double accuracy(List<SearchResult> results) {
    return mean(results, result -> isRight(result) ? 1 : 0);
  }

  private static boolean isRight(SearchResult result) {
    List<String> steps = result.best().orElseThrow().path().steps();
    String last = steps.get(steps.size() - 1);
    String answer = last.substring(last.lastIndexOf(' ') + 1);
    return answer.equals(result.problem().answer().orElseThrow());
  }

  private static double tokens(List<SearchResult> results) {
    return mean(results, result -> result.cost().tokens());
  }

  private static <T> double mean(List<T> of, Function<T, Number> value) {
    return of.stream().mapToDouble(t -> value.apply(t).doubleValue()).average().orElseThrow();
  }
}
