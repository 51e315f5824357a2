package org.prmlab.tabletop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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

/** A tabletop language model at work: whole solutions, and rollouts from their steps. */
public final class ProgramSampler implements AutoCloseable {
  private static final int ROWS = 2048; // samples drawn together

  private final TextGenerator generator;
  private final TokenGrammar grammar = SolutionGrammar.grammar();
  private final double temperature;

  private ProgramSampler(TextGenerator generator, double temperature) {
    this.generator = generator;
    this.temperature = temperature;
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
   * Solutions of problems.
   *
   * @param samples solutions of each problem
   * @return tokens[problem][sample], six a step
   */
  public int[][][] solve(List<Program> programs, int samples, long seed) {
    List<Continuation> work = new ArrayList<>();
    for (int i = 0; i < programs.size(); i++) {
      Program program = programs.get(i);
      int[] problem = ProgramTokens.problem(program);
      int state = SolutionGrammar.state(program.steps(), 0);
      long first = seed + (long) i * samples;
      work.add(
          new Continuation(
              TokenRow.of(problem, new int[0]),
              IntStream.range(0, samples)
                  .mapToObj(s -> new Start(problem.length, first + s, state))
                  .toList()));
    }
    return draw(programs, work);
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
    List<Continuation> work = new ArrayList<>();
    for (int i = 0; i < programs.size(); i++) {
      work.add(prefixes(programs.get(i), solutions.get(i), rollouts, seed + 1_000L * i));
    }
    int[][][] ends = draw(programs, work);
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
  int[][][] lines(List<Continuation> paths) {
    SamplingSettings settings =
        SamplingSettings.withDefaults(ProgramTokens.LINE).withTemperature(temperature);
    return generator.generate(paths, Set.of(), grammar, settings);
  }

  private static Continuation prefixes(Program program, int[] solution, int rollouts, long seed) {
    int[] problem = ProgramTokens.problem(program);
    int[] ids = Arrays.copyOf(problem, problem.length + solution.length);
    System.arraycopy(solution, 0, ids, problem.length, solution.length);
    List<Start> starts = new ArrayList<>();
    for (int step = 0; step < program.steps() - 1; step++) {
      int length = problem.length + ProgramTokens.LINE * (step + 1);
      int state = SolutionGrammar.state(program.steps(), step + 1);
      for (int i = 0; i < rollouts; i++) {
        starts.add(new Start(length, seed + starts.size(), state));
      }
    }
    return new Continuation(TokenRow.of(ids, new int[0]), starts);
  }

  /** Draws all of it, problems of like length together. */
  private int[][][] draw(List<Program> programs, List<Continuation> work) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, work.size()).boxed().toList());
    order.sort(Comparator.comparingInt(i -> programs.get(i).steps()));
    int[][][] result = new int[work.size()][][];
    for (int from = 0; from < order.size(); ) {
      int steps = programs.get(order.get(from)).steps();
      int rows = 0;
      int to = from;
      while (to < order.size()
          && programs.get(order.get(to)).steps() == steps
          && (to == from || rows + work.get(order.get(to)).starts().size() <= ROWS)) {
        rows += work.get(order.get(to++)).starts().size();
      }
      List<Integer> members = order.subList(from, to);
      int[][][] drawn =
          generator.generate(
              members.stream().map(work::get).toList(),
              Set.of(),
              grammar,
              SamplingSettings.withDefaults(ProgramTokens.LINE * steps)
                  .withTemperature(temperature));
      for (int i = 0; i < drawn.length; i++) {
        result[members.get(i)] = drawn[i];
      }
      from = to;
    }
    return result;
  }

  @Override
  public void close() {
    generator.close();
  }
}
