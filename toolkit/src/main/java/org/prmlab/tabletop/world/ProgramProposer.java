package org.prmlab.tabletop.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.prmlab.llm.SampleSeeds;
import org.prmlab.model.Continuation;
import org.prmlab.model.Continuation.Start;
import org.prmlab.model.TokenRow;
import org.prmlab.search.NextStep;
import org.prmlab.search.SearchPath;
import org.prmlab.search.StepProposer;
import org.prmlab.tabletop.program.ProgramTokens;
import org.prmlab.tabletop.program.SolutionGrammar;

/** The policy of a tabletop world, one step at a time, for searches. */
public final class ProgramProposer implements StepProposer {
  private static final int PATHS = 128; // continued together

  private final ProgramSampler sampler;
  private final long seed;

  /**
   * @param sampler the policy; stays open
   * @param seed of all steps; each path and level has its own that follows from it
   */
  public ProgramProposer(ProgramSampler sampler, long seed) {
    this.sampler = sampler;
    this.seed = seed;
  }

  @Override
  public List<List<NextStep>> propose(List<SearchPath> paths, int samples) {
    List<Integer> order =
        IntStream.range(0, paths.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> tokens(paths.get(i)).length))
            .toList();
    List<List<NextStep>> proposed =
        new ArrayList<>(java.util.Collections.nCopies(paths.size(), List.of()));
    for (int from = 0; from < order.size(); from += PATHS) {
      List<Integer> members = order.subList(from, Math.min(order.size(), from + PATHS));
      List<SearchPath> some = members.stream().map(paths::get).toList();
      int[][][] lines = lines(some, samples);
      for (int i = 0; i < lines.length; i++) {
        proposed.set(members.get(i), steps(some.get(i), lines[i]));
      }
    }
    return proposed;
  }

  private int[][][] lines(List<SearchPath> paths, int samples) {
    var grammar = SolutionGrammar.of(paths.stream().map(ProgramProposer::operations).toList());
    return sampler.lines(
        paths.stream().map(p -> continuation(p, samples, grammar)).toList(), grammar.grammar());
  }

  private static List<NextStep> steps(SearchPath path, int[][] lines) {
    boolean last = path.steps().size() + 1 == length(path);
    List<NextStep> steps = new ArrayList<>();
    for (int[] line : lines) {
      int[] words = java.util.Arrays.copyOf(line, ProgramTokens.LINE - 1);
      steps.add(new NextStep(ProgramTokens.text(words).strip(), last, line.length));
    }
    return steps;
  }

  private Continuation continuation(SearchPath path, int samples, SolutionGrammar grammar) {
    int[] tokens = tokens(path);
    int state = grammar.state(operations(path), path.steps().size());
    long first = SampleSeeds.of(seed, path.problem().id() + "/" + path.place());
    return new Continuation(
        TokenRow.of(tokens, new int[0]),
        IntStream.range(0, samples)
            .mapToObj(i -> new Start(tokens.length, SampleSeeds.of(first, i), state))
            .toList());
  }

  /** Steps of the path's problem: {@code 7 A + 3 B * A =>} has two. */
  private static int length(SearchPath path) {
    return (path.problem().text().split(" ", -1).length - 2) / 3;
  }

  private static List<Integer> operations(SearchPath path) {
    return ProgramTokens.operations(tokens(path), length(path));
  }

  private static int[] tokens(SearchPath path) {
    return ProgramTokens.solved(ProgramTokens.BEGIN, path.problem().text(), path.steps());
  }
}
