package org.prmlab.tabletop.world;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.Continuation;
import org.prmlab.model.Continuation.Start;
import org.prmlab.model.Precision;
import org.prmlab.model.SamplingSettings;
import org.prmlab.model.TextGenerator;
import org.prmlab.model.TokenGrammar;
import org.prmlab.model.TokenRow;
import org.prmlab.tabletop.program.Program;
import org.prmlab.tabletop.program.ProgramTokens;
import org.prmlab.tabletop.program.SolutionGrammar;

/** A tabletop language model at work: whole solutions, and rollouts from their steps. */
public final class ProgramSampler implements AutoCloseable {
  private static final int ROWS = 2048; // samples drawn together

  private final TextGenerator generator;
  private final double temperature;

  private ProgramSampler(TextGenerator generator, double temperature) {
    this.generator = generator;
    this.temperature = temperature;
  }

  /** Something to draw, once the grammar is known. */
  private record Work(Program program, int samples, Starting starting) {
    List<Integer> operations() {
      return ProgramTokens.operations(ProgramTokens.problem(program), program.steps());
    }
  }

  private interface Starting {
    /** What to continue, and in which states. */
    Continuation in(SolutionGrammar grammar);
  }

  /** Loads a model, to compute with one thread: so a seed gives the same lines on any machine. */
  public static ProgramSampler load(Path folder, double temperature) {
    ComputeSettings compute =
        ComputeSettings.withDefaults()
            .withDevice("cpu")
            .withPrecision(Precision.FLOAT32)
            .withThreads(1);
    return new ProgramSampler(TextGenerator.load(Checkpoint.read(folder), compute), temperature);
  }

  /**
   * The writer of the steps of a world's searches: the weaker policy at temperature 1, as in the
   * paper's Table 8.
   */
  public static ProgramSampler ofSearches(WorldFolder world) {
    return load(world.model(WorldModel.WEAKER), WorldData.HOT);
  }

  /**
   * Solutions of problems.
   *
   * @param samples solutions of each problem
   * @return tokens[problem][sample], six a step
   */
  public int[][][] solve(List<Program> programs, int samples, long seed) {
    List<Work> work = new ArrayList<>();
    for (int i = 0; i < programs.size(); i++) {
      Program program = programs.get(i);
      long first = seed + (long) i * samples;
      work.add(new Work(program, samples, grammar -> whole(grammar, program, samples, first)));
    }
    return draw(work);
  }

  private static Continuation whole(
      SolutionGrammar grammar, Program program, int samples, long seed) {
    int[] problem = ProgramTokens.problem(program);
    int state = grammar.state(ProgramTokens.operations(problem, program.steps()), 0);
    return new Continuation(
        TokenRow.of(problem, new int[0]),
        IntStream.range(0, samples)
            .mapToObj(s -> new Start(problem.length, seed + s, state))
            .toList());
  }

  /**
   * Monte-Carlo estimation: rollouts from the end of each step that reach the answer. From the last
   * step there is nothing to roll out: all of them do, or none.
   *
   * @param solutions one of each problem, six tokens a step
   * @param rollouts from each step
   * @return counts[problem][step]
   */
  public int[][] correctRollouts(
      List<Program> programs, List<int[]> solutions, int rollouts, long seed) {
    List<Work> work = new ArrayList<>();
    for (int i = 0; i < programs.size(); i++) {
      Prefixes prefixes =
          new Prefixes(programs.get(i), solutions.get(i), rollouts, seed + 1_000L * i);
      int samples = (programs.get(i).steps() - 1) * rollouts;
      work.add(new Work(programs.get(i), samples, prefixes::continuation));
    }
    int[][][] ends = draw(work);
    int[][] counts = new int[programs.size()][];
    for (int i = 0; i < counts.length; i++) {
      Program program = programs.get(i);
      counts[i] = new int[program.steps()];
      int answer = ProgramTokens.number(program.answer());
      for (int sample = 0; sample < ends[i].length; sample++) {
        int[] tokens = ends[i][sample];
        boolean reaches = tokens[tokens.length - 2] == answer;
        counts[i][sample / rollouts] += reaches ? 1 : 0;
      }
      int[] solution = solutions.get(i);
      counts[i][program.steps() - 1] = solution[solution.length - 2] == answer ? rollouts : 0;
    }
    return counts;
  }

  /** The next line of each, a few of nearly the same length together. */
  int[][][] lines(List<Continuation> paths, TokenGrammar grammar) {
    SamplingSettings settings =
        SamplingSettings.withDefaults(ProgramTokens.LINE).withTemperature(temperature);
    return generator.generate(paths, Set.of(), grammar, settings);
  }

  /** What rollouts of one solution begin with: all its steps but the last. */
  private static final class Prefixes {
    private final Program program;
    private final int[] solution;
    private final int rollouts;
    private final long seed;

    Prefixes(Program program, int[] solution, int rollouts, long seed) {
      this.program = program;
      this.solution = solution;
      this.rollouts = rollouts;
      this.seed = seed;
    }

    Continuation continuation(SolutionGrammar grammar) {
      int[] ids = ProgramTokens.joined(program, solution);
      List<Integer> operations = ProgramTokens.operations(ids, program.steps());
      int problem = ids.length - solution.length;
      List<Start> starts = new ArrayList<>();
      for (int step = 0; step < program.steps() - 1; step++) {
        int length = problem + ProgramTokens.LINE * (step + 1);
        int state = grammar.state(operations, step + 1);
        for (int i = 0; i < rollouts; i++) {
          starts.add(new Start(length, seed + starts.size(), state));
        }
      }
      return new Continuation(TokenRow.of(ids, new int[0]), starts);
    }
  }

  /** Draws all of it, problems of like length together. */
  private int[][][] draw(List<Work> work) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, work.size()).boxed().toList());
    order.sort(Comparator.comparingInt(i -> work.get(i).program().steps()));
    int[][][] result = new int[work.size()][][];
    for (int from = 0; from < order.size(); ) {
      int steps = work.get(order.get(from)).program().steps();
      int rows = 0;
      int to = from;
      while (to < order.size()
          && work.get(order.get(to)).program().steps() == steps
          && (to == from || rows + work.get(order.get(to)).samples() <= ROWS)) {
        rows += work.get(order.get(to++)).samples();
      }
      List<Integer> members = order.subList(from, to);
      int[][][] drawn = batch(members.stream().map(work::get).toList(), steps);
      for (int i = 0; i < drawn.length; i++) {
        result[members.get(i)] = drawn[i];
      }
      from = to;
    }
    return result;
  }

  /** Solutions of problems of so many steps. */
  private int[][][] batch(List<Work> work, int steps) {
    var grammar = SolutionGrammar.of(work.stream().map(Work::operations).toList());
    return generator.generate(
        work.stream().map(w -> w.starting().in(grammar)).toList(),
        Set.of(),
        grammar.grammar(),
        SamplingSettings.withDefaults(ProgramTokens.LINE * steps).withTemperature(temperature));
  }

  @Override
  public void close() {
    generator.close();
  }
}
