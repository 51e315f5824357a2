package org.prmlab.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.StepScores;

/**
 * Search for solutions step by step: a policy proposes, a PRM ranks. All problems are searched
 * together, level by level, so that a level of all of them is one call to either.
 *
 * <p>A path that the policy has ended competes on with its rank and is not continued; a tree ends
 * when all paths that it keeps are complete, or at the limit of steps. A path that the PRM cannot
 * read is given up; the others go on.
 *
 * <p>Not for several threads at a time.
 */
public final class StepSearch {
  private final StepProposer policy;
  private final StepScorer prm;
  private final SearchSettings settings;
  private final Map<String, String> refusals = new LinkedHashMap<>();

  private StepSearch(StepProposer policy, StepScorer prm, SearchSettings settings) {
    this.policy = policy;
    this.prm = prm;
    this.settings = settings;
  }

  /** A search by this policy, guided by this PRM. */
  public static StepSearch of(StepProposer policy, StepScorer prm, SearchSettings settings) {
    return new StepSearch(policy, prm, settings);
  }

  /** Searches for a solution of each problem; results in their order. */
  public List<SearchResult> run(List<Problem> problems) {
    int trees = settings.shape().trees();
    List<SearchFrontier> frontiers = new ArrayList<>();
    for (Problem problem : problems) {
      for (int tree = 0; tree < trees; tree++) {
        frontiers.add(new SearchFrontier(problem, tree, settings.shape().beams()));
      }
    }
    for (int step = 0; step < settings.maxSteps(); step++) {
      List<SearchFrontier> going = frontiers.stream().filter(f -> !f.open().isEmpty()).toList();
      if (going.isEmpty()) {
        break;
      }
      advance(going);
    }
    return IntStream.range(0, problems.size())
        .mapToObj(i -> result(problems.get(i), frontiers.subList(i * trees, (i + 1) * trees)))
        .toList();
  }

  /** Why partial solutions could not be scored so far, by id of the path: they were given up. */
  public Map<String, String> refusals() {
    return Map.copyOf(refusals);
  }

  /** Whether the PRM can read a path; if not, the tree loses it. */
  private boolean isReadable(SearchPath path, SearchFrontier tree) {
    Solution solution = path.solution();
    Optional<String> refusal = prm.refusal(solution);
    refusal.ifPresent(
        why -> {
          refusals.put(solution.id(), why);
          tree.spend(SearchCost.ofRefusal());
        });
    return refusal.isEmpty();
  }

  /** One level of all trees. */
  private void advance(List<SearchFrontier> frontiers) {
    List<SearchPath> open = frontiers.stream().flatMap(f -> f.open().stream()).toList();
    List<List<NextStep>> proposed = policy.propose(open, settings.shape().width());
    List<SearchPath> paths = new ArrayList<>();
    List<SearchFrontier> owners = new ArrayList<>();
    int[] ends = new int[frontiers.size()]; // of each tree's children among the paths
    int from = 0;
    for (int tree = 0; tree < ends.length; tree++) {
      SearchFrontier frontier = frontiers.get(tree);
      int to = from + frontier.open().size();
      frontier.children(proposed.subList(from, to)).stream()
          .filter(child -> isReadable(child, frontier))
          .forEach(paths::add);
      owners.addAll(Collections.nCopies(paths.size() - owners.size(), frontier));
      ends[tree] = paths.size();
      from = to;
    }
    List<FoundSolution> ranked = rank(paths, owners);
    for (int tree = 0; tree < ends.length; tree++) {
      int begin = tree == 0 ? 0 : ends[tree - 1];
      frontiers.get(tree).keepBest(ranked.subList(begin, ends[tree]));
    }
  }

  /** Scores of the paths; their ranks are those of the paths continued by the lookahead. */
  private List<FoundSolution> rank(List<SearchPath> paths, List<SearchFrontier> owners) {
    List<SearchPath> ahead = new ArrayList<>(paths);
    for (int step = 0; step < settings.lookahead(); step++) {
      lookAhead(ahead, owners);
    }
    List<StepScores> scores = prm.score(ahead.stream().map(SearchPath::solution).toList());
    return IntStream.range(0, paths.size())
        .mapToObj(
            i ->
                new FoundSolution(
                    paths.get(i),
                    leading(scores.get(i), paths.get(i)),
                    settings.aggregation().rank(scores.get(i))))
        .toList();
  }

  private void lookAhead(List<SearchPath> paths, List<SearchFrontier> owners) {
    int[] open = IntStream.range(0, paths.size()).filter(i -> !paths.get(i).complete()).toArray();
    List<List<NextStep>> drawn =
        policy.propose(IntStream.of(open).mapToObj(paths::get).toList(), 1);
    for (int i = 0; i < open.length; i++) {
      for (NextStep step : drawn.get(i)) {
        owners.get(open[i]).spend(SearchCost.ofStep(step));
        SearchPath next = paths.get(open[i]).then(step, 0);
        if (isReadable(next, owners.get(open[i]))) {
          paths.set(open[i], next);
        }
      }
    }
  }

  private static StepScores leading(StepScores scores, SearchPath path) {
    double[] own = scores.values().limit(path.steps().size()).toArray();
    return StepScores.of(scores.prm(), scores.meaning(), path.solution(), own);
  }

  private static SearchResult result(Problem problem, List<SearchFrontier> trees) {
    List<FoundSolution> found = trees.stream().flatMap(t -> t.kept().stream()).toList();
    SearchCost cost =
        trees.stream().map(SearchFrontier::cost).reduce(SearchCost.NONE, SearchCost::plus);
    List<SearchNode> nodes = trees.stream().flatMap(t -> t.nodes().stream()).toList();
    return new SearchResult(problem, found, cost, nodes);
  }
}
