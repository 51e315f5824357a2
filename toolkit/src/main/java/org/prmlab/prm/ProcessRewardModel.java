package org.prmlab.prm;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.prmlab.data.Solution;
import org.prmlab.model.ModelText;
import org.prmlab.model.TokenRow;
import org.prmlab.prm.PrmSettings.TooLong;

/**
 * A process reward model, loaded from a Hugging Face folder. One forward pass scores all steps of a
 * solution.
 *
 * <pre>{@code
 * try (var prm = ProcessRewardModel.load(Path.of("Qwen2.5-Math-PRM-7B"))) {
 *   List<StepScores> scores = prm.score(solutions);
 * }
 * }</pre>
 */
public final class ProcessRewardModel implements AutoCloseable {
  private final LoadedFamily loaded;
  private final ModelText text;
  private final ScoringRun run;

  private ProcessRewardModel(LoadedFamily loaded, ModelText text, ScoringRun run) {
    this.loaded = loaded;
    this.text = text;
    this.run = run;
  }

  /** Loads a folder, its family recognised, on the best device. */
  public static ProcessRewardModel load(Path folder) {
    return load(folder, PrmSettings.withDefaults());
  }

  /**
   * Loads a folder.
   *
   * @throws org.prmlab.model.CheckpointException if the folder cannot be used
   * @throws IllegalArgumentException if no family recognises it
   */
  public static ProcessRewardModel load(Path folder, PrmSettings settings) {
    LoadedFamily loaded = LoadedFamily.read(folder, settings);
    ModelText text = loaded.checkpoint().text();
    try {
      return new ProcessRewardModel(loaded, text, loaded.load(loaded.family().labels(text)));
    } catch (RuntimeException e) {
      text.close();
      throw e;
    }
  }

  /** The folder's name. */
  public String name() {
    return loaded.checkpoint().name();
  }

  /** Name of the family it belongs to. */
  public String family() {
    return loaded.family().name();
  }

  /** What its scores are probabilities of. */
  public ScoreMeaning meaning() {
    return loaded.family().meaning();
  }

  /** A fingerprint of the model and of every setting that may change a score. */
  public String fingerprint() {
    return loaded.fingerprint();
  }

  /** Scores solutions; the result is in their order. */
  public List<StepScores> score(List<Solution> solutions) {
    return score(solutions, ScoringProgress.silent());
  }

  /**
   * Scores solutions; the result is in their order.
   *
   * @param progress told at the start and after every batch
   * @throws IllegalArgumentException if a solution is longer than the model's context (unless the
   *     settings truncate), if its text holds the marker that separates steps, or if this is an
   *     outcome reward model, which has no step scores
   */
  public List<StepScores> score(List<Solution> solutions, ScoringProgress progress) {
    if (givesOutcomes()) {
      throw new IllegalArgumentException(
          name() + " scores whole solutions, not steps; ask for outcomes(solutions)");
    }
    float[][][] logits = logits(solutions, progress);
    return IntStream.range(0, logits.length)
        .mapToObj(i -> stepScores(solutions.get(i), logits[i]))
        .toList();
  }

  /**
   * One number a solution, in their order, from an outcome reward model: a logit, any real number,
   * larger is better.
   *
   * @throws IllegalArgumentException if this is a process reward model
   */
  public double[] outcomes(List<Solution> solutions) {
    if (!givesOutcomes()) {
      throw new IllegalArgumentException(
          name() + " scores steps, not whole solutions; ask for score(solutions)");
    }
    return Stream.of(logits(solutions, ScoringProgress.silent()))
        .mapToDouble(l -> loaded.scores(l)[0])
        .toArray();
  }

  private boolean givesOutcomes() {
    return loaded.family() instanceof Qwen2OutcomeModel;
  }

  private float[][][] logits(List<Solution> solutions, ScoringProgress progress) {
    List<TokenRow> rows = solutions.stream().map(this::encode).toList();
    List<String> problems = solutions.stream().map(s -> s.problem().text()).toList();
    return run.logits(rows, problems, progress);
  }

  private StepScores stepScores(Solution solution, float[][] logits) {
    double[] values =
        DoubleStream.of(loaded.scores(logits)).map(loaded.family()::probability).toArray();
    return StepScores.of(name(), meaning(), solution, values);
  }

  private TokenRow encode(Solution solution) {
    TokenRow row = loaded.family().encode(solution, text);
    int reads = givesOutcomes() ? 1 : solution.steps().size();
    if (row.reads() != reads) {
      throw new IllegalArgumentException(
          "solution '%s' has %d steps but %d step markers as tokens; its text holds a marker itself"
              .formatted(solution.id(), reads, row.reads()));
    }
    int longest = loaded.checkpoint().maxTokens();
    if (row.length() > longest && loaded.settings().tooLong() == TooLong.REFUSE) {
      throw new IllegalArgumentException(
          "solution '%s' has %d tokens, %s reads at most %d; truncate (--truncate) or leave it out"
              .formatted(solution.id(), row.length(), name(), longest));
    }
    return row.truncated(longest);
  }

  @Override
  public void close() {
    run.close();
    text.close();
  }
}
