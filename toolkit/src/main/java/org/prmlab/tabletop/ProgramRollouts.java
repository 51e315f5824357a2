package org.prmlab.tabletop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.prmlab.data.Solution;
import org.prmlab.labeling.Completion;
import org.prmlab.labeling.Drawn;
import org.prmlab.labeling.RolloutRequest;
import org.prmlab.labeling.RolloutSource;
import org.prmlab.labeling.SampleSeeds;
import org.prmlab.labeling.TokenUsage;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.Continuation;
import org.prmlab.model.Continuation.Start;
import org.prmlab.model.Precision;
import org.prmlab.model.SamplingSettings;
import org.prmlab.model.TextGenerator;
import org.prmlab.model.TextTokenizer;
import org.prmlab.model.TokenGrammar;
import org.prmlab.model.TokenRow;

/**
 * Rollouts of the tabletop world for Monte-Carlo estimation: a policy goes on from the end of a
 * step, a line a step, and the last value is put in a box, which is how final answers are marked.
 * From the last step there is nothing to write: the answer is the one it has.
 */
public final class ProgramRollouts implements RolloutSource, AutoCloseable {
  private static final int ROWS = 2048; // rollouts drawn together

  private final TextGenerator generator;
  private final TextTokenizer tokenizer;
  private final double temperature;
  private final long seed;
  private final TokenGrammar grammar = SolutionGrammar.grammar();

  private ProgramRollouts(Path folder, double temperature, long seed) {
    ComputeSettings compute =
        ComputeSettings.withDefaults().withDevice("cpu").withPrecision(Precision.FLOAT32);
    this.generator = TextGenerator.load(Checkpoint.read(folder), compute);
    this.tokenizer = TextTokenizer.read(folder);
    this.temperature = temperature;
    this.seed = seed;
  }

  /**
   * Loads a policy.
   *
   * @param folder of a language model of the world
   * @param seed of all rollouts; each depends on the solution, the step and its index alone
   */
  public static ProgramRollouts load(Path folder, double temperature, long seed) {
    return new ProgramRollouts(folder, temperature, seed);
  }

  @Override
  public List<Drawn> roll(List<RolloutRequest> requests) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, requests.size()).boxed().toList());
    order.sort(Comparator.comparingInt(i -> left(requests.get(i))));
    Drawn[] drawn = new Drawn[requests.size()];
    for (int from = 0; from < order.size(); ) {
      int to = from;
      int rows = 0;
      while (to < order.size()
          && left(requests.get(order.get(to))) == left(requests.get(order.get(from)))
          && (to == from || rows + requests.get(order.get(to)).samples().count() <= ROWS)) {
        rows += requests.get(order.get(to++)).samples().count();
      }
      List<Integer> members = order.subList(from, to);
      List<Drawn> batch = batch(members.stream().map(requests::get).toList());
      for (int i = 0; i < batch.size(); i++) {
        drawn[members.get(i)] = batch.get(i);
      }
      from = to;
    }
    return List.of(drawn);
  }

  /** Steps still to be written. */
  private static int left(RolloutRequest request) {
    return request.solution().steps().size() - 1 - request.step();
  }

  /** Requests with the same number of steps left. */
  private List<Drawn> batch(List<RolloutRequest> requests) {
    int left = left(requests.get(0));
    List<Continuation> work = requests.stream().map(this::continuation).toList();
    int[][][] written =
        left == 0
            ? work.stream().map(c -> new int[c.starts().size()][0]).toArray(int[][][]::new)
            : generator.generate(
                work,
                Set.of(),
                grammar,
                SamplingSettings.withDefaults(ProgramTokens.LINE * left)
                    .withTemperature(temperature));
    return IntStream.range(0, work.size()).mapToObj(i -> drawn(work.get(i), written[i])).toList();
  }

  private Continuation continuation(RolloutRequest request) {
    Solution solution = request.solution();
    String given =
        solution.steps().subList(0, request.step() + 1).stream()
            .map(step -> " " + step + ProgramTokens.text(ProgramTokens.STEP))
            .collect(Collectors.joining());
    String begin = ProgramTokens.text(ProgramTokens.BEGIN) + " ";
    int[] tokens = tokenizer.encode(begin + solution.problem().text() + given);
    int state = SolutionGrammar.state(solution.steps().size(), request.step() + 1);
    long own = SampleSeeds.of(seed, solution.id() + "/step" + request.step());
    return new Continuation(
        TokenRow.of(tokens, new int[0]),
        IntStream.range(request.samples().first(), request.samples().end())
            .mapToObj(i -> new Start(tokens.length, SampleSeeds.of(own, i), state))
            .toList());
  }

  private static Drawn drawn(Continuation from, int[][] written) {
    int[] given = from.tokens().ids().toArray();
    long tokens = Arrays.stream(written).mapToLong(w -> w.length).sum();
    return new Drawn(
        Arrays.stream(written)
            .map(w -> new Completion(text(w, w.length == 0 ? given : w), Completion.End.STOPPED))
            .toList(),
        new TokenUsage(1, given.length, tokens),
        Optional.empty());
  }

  /** The lines that were written, and the last value of these or of what was given. */
  private static String text(int[] written, int[] last) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < written.length; at += ProgramTokens.LINE) {
      int[] line = Arrays.copyOfRange(written, at, at + ProgramTokens.LINE - 1);
      text.append(ProgramTokens.text(line)).append('\n');
    }
    String value =
        ProgramTokens.text(last[last.length - ProgramTokens.LINE + ProgramTokens.RESULT]);
    return text.append("\\boxed{").append(value).append('}').toString();
  }

  @Override
  public void close() {
    generator.close();
    tokenizer.close();
  }
}
