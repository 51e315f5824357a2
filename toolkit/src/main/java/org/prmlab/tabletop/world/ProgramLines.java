package org.prmlab.tabletop.world;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.prmlab.llm.Completion;
import org.prmlab.llm.SampleRange;
import org.prmlab.llm.SampleSeeds;
import org.prmlab.llm.Samples;
import org.prmlab.llm.TokenUsage;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.Continuation;
import org.prmlab.model.Continuation.Start;
import org.prmlab.model.Precision;
import org.prmlab.model.SamplingSettings;
import org.prmlab.model.TextGenerator;
import org.prmlab.model.TokenRow;
import org.prmlab.tabletop.program.ProgramTokens;
import org.prmlab.tabletop.program.SolutionGrammar;

/**
 * A policy of the tabletop world that finishes solutions, a line a step; the last value is put in a
 * box, which is how final answers are marked. Solutions with as many lines left are drawn together.
 * After the last step there is nothing to write: the answer is the one it has.
 */
final class ProgramLines implements AutoCloseable {
  private static final int ROWS = 2048; // drawn together

  private final TextGenerator generator;
  private final SamplingSettings sampling;

  /**
   * A begun solution.
   *
   * @param tokens of the problem and of the lines that are there
   * @param lines of the whole solution
   * @param written lines that are there
   * @param seed of its samples
   */
  record Begun(TokenRow tokens, int lines, int written, long seed, SampleRange samples) {
    int left() {
      return lines - written;
    }

    List<Integer> operations() {
      return ProgramTokens.operations(tokens.ids().toArray(), lines);
    }

    Continuation continuation(SolutionGrammar grammar) {
      int state = left() == 0 ? 0 : grammar.state(operations(), written);
      return new Continuation(
          tokens,
          IntStream.range(samples.first(), samples.end())
              .mapToObj(i -> new Start(tokens.length(), SampleSeeds.of(seed, i), state))
              .toList());
    }
  }

  private ProgramLines(TextGenerator generator, SamplingSettings sampling) {
    this.generator = generator;
    this.sampling = sampling;
  }

  /**
   * Loads a policy; it computes on the CPU in float32, with one thread.
   *
   * @param folder where it lies
   * @param sampling how tokens are drawn; their number is that of the lines left
   */
  static ProgramLines load(Path folder, SamplingSettings sampling) {
    ComputeSettings compute =
        ComputeSettings.withDefaults()
            .withDevice("cpu")
            .withPrecision(Precision.FLOAT32)
            .withThreads(1);
    return new ProgramLines(TextGenerator.load(Checkpoint.read(folder), compute), sampling);
  }

  /** The samples of each, in their order. */
  List<Samples> finish(List<Begun> begun) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, begun.size()).boxed().toList());
    order.sort(Comparator.comparingInt(i -> begun.get(i).left()));
    Samples[] drawn = new Samples[begun.size()];
    for (int from = 0; from < order.size(); ) {
      int to = from;
      int rows = 0;
      while (to < order.size()
          && begun.get(order.get(to)).left() == begun.get(order.get(from)).left()
          && (to == from || rows + begun.get(order.get(to)).samples().count() <= ROWS)) {
        rows += begun.get(order.get(to++)).samples().count();
      }
      List<Integer> members = order.subList(from, to);
      List<Samples> batch = batch(members.stream().map(begun::get).toList());
      for (int i = 0; i < batch.size(); i++) {
        drawn[members.get(i)] = batch.get(i);
      }
      from = to;
    }
    return List.of(drawn);
  }

  /** Solutions with the same number of lines left. */
  private List<Samples> batch(List<Begun> begun) {
    int left = begun.get(0).left();
    var grammar = SolutionGrammar.of(begun.stream().map(Begun::operations).toList());
    List<Continuation> work = begun.stream().map(b -> b.continuation(grammar)).toList();
    int[][][] written =
        left == 0
            ? work.stream().map(c -> new int[c.starts().size()][0]).toArray(int[][][]::new)
            : generator.generate(work, Set.of(), grammar.grammar(), drawing(left));
    return IntStream.range(0, work.size()).mapToObj(i -> drawn(work.get(i), written[i])).toList();
  }

  private SamplingSettings drawing(int lines) {
    return new SamplingSettings(
        sampling.temperature(), sampling.topP(), sampling.topK(), ProgramTokens.LINE * lines);
  }

  private static Samples drawn(Continuation from, int[][] written) {
    int[] given = from.tokens().ids().toArray();
    long tokens = Arrays.stream(written).mapToLong(w -> w.length).sum();
    return new Samples(
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
  }
}
