package org.prmlab.model;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.prmlab.model.Continuation.Start;
import org.prmlab.model.engine.EngineThreads;
import org.prmlab.model.engine.TorchModule;

/**
 * Draws tokens from a language model. The whole loop (cache of keys and values, sampling, leaving
 * out rows that ended) runs in {@code generation.py}: one native call a batch.
 */
public final class TextGenerator implements AutoCloseable {
  private final Decoder decoder;

  private TextGenerator(Decoder decoder) {
    this.decoder = decoder;
  }

  /** Loads a language model. */
  public static TextGenerator load(Checkpoint checkpoint, ComputeSettings settings) {
    return new TextGenerator(Decoder.load(checkpoint, Head.ofVocabulary(), settings));
  }

  /**
   * Continues each of a batch.
   *
   * @param stops ids of tokens that end a sample; they are its last token
   * @return new tokens of each sample: tokens[continuation][sample][position]
   * @throws IllegalArgumentException if tokens and new tokens together pass the model's context
   */
  public int[][][] generate(
      List<Continuation> batch, Set<Integer> stops, SamplingSettings sampling) {
    return generate(batch, stops, TokenGrammar.none(), sampling);
  }

  /** The same with tokens that a grammar allows only; a sample ends where its grammar does. */
  public int[][][] generate(
      List<Continuation> batch,
      Set<Integer> stops,
      TokenGrammar grammar,
      SamplingSettings sampling) {
    List<TokenRow> rows = batch.stream().map(Continuation::tokens).toList();
    TokenGrid grid = TokenGrid.of(rows, decoder.config().vocabulary());
    if (grid.width() > decoder.config().rotary().fixedUpTo()) {
      throw new IllegalArgumentException(
          "%d tokens to continue; with dynamic rope at most %d"
              .formatted(grid.width(), decoder.config().rotary().fixedUpTo()));
    }
    int longest = grid.width() + sampling.maxNewTokens();
    if (longest > decoder.config().maxPositions()) {
      throw new IllegalArgumentException(
          "%d tokens and %d new ones, the model reads at most %d"
              .formatted(grid.width(), sampling.maxNewTokens(), decoder.config().maxPositions()));
    }
    return EngineThreads.within(
        decoder.threadsOfACall(), () -> draw(batch, grid, new Choice(stops, grammar, sampling)));
  }

  /** What may be drawn, and how. */
  private record Choice(Set<Integer> stops, TokenGrammar grammar, SamplingSettings sampling) {}

  private int[][][] draw(List<Continuation> batch, TokenGrid grid, Choice choice) {
    SamplingSettings sampling = choice.sampling();
    try (PtNDManager scope = decoder.module().scope()) {
      PtNDArray lengths = starts(scope, batch, Start::length);
      long[] tokens =
          decoder
              .module()
              .call(
                  scope,
                  "generate",
                  IValue.from(grid.ids(scope)),
                  IValue.from(lengths),
                  IValue.from(starts(scope, batch, Start::seed)),
                  IValue.from(stops(scope, choice.stops())),
                  IValue.from(choice.grammar().table(scope)),
                  IValue.from(starts(scope, batch, Start::state)),
                  IValue.from((long) sampling.maxNewTokens()),
                  IValue.from(sampling.temperature()),
                  IValue.from(sampling.topP()),
                  IValue.from((long) sampling.topK()))
              .head()
              .toLongArray();
      return split(batch, tokens, sampling.maxNewTokens());
    }
  }

  private static PtNDArray stops(PtNDManager scope, Set<Integer> stops) {
    long[] ids = stops.stream().mapToLong(Integer::longValue).toArray();
    return TorchModule.array(scope, ids, new Shape(ids.length));
  }

  private static int widest(List<Continuation> batch) {
    return batch.stream().mapToInt(c -> c.starts().size()).max().orElseThrow();
  }

  /** One number a sample, (groups, n); a group with fewer samples repeats its first. */
  private static PtNDArray starts(
      PtNDManager scope, List<Continuation> batch, ToLongFunction<Start> number) {
    int n = widest(batch);
    long[] numbers = new long[batch.size() * n];
    for (int g = 0; g < batch.size(); g++) {
      List<Start> starts = batch.get(g).starts();
      for (int i = 0; i < n; i++) {
        numbers[g * n + i] = number.applyAsLong(starts.get(i < starts.size() ? i : 0));
      }
    }
    return TorchModule.array(scope, numbers, new Shape(batch.size(), n));
  }

  private static int[][][] split(List<Continuation> batch, long[] tokens, int limit) {
    int n = widest(batch);
    List<int[][]> result = new ArrayList<>();
    for (int g = 0; g < batch.size(); g++) {
      int[][] samples = new int[batch.get(g).starts().size()][];
      for (int i = 0; i < samples.length; i++) {
        int from = (g * n + i) * limit;
        samples[i] =
            Arrays.stream(tokens, from, from + limit)
                .takeWhile(t -> t >= 0)
                .mapToInt(Math::toIntExact)
                .toArray();
      }
      result.add(samples);
    }
    return result.toArray(new int[0][][]);
  }

  @Override
  public void close() {
    decoder.close();
  }
}
