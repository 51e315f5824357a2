package org.prmlab.prm;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.Solution;
import org.prmlab.data.StepScores;
import org.prmlab.prm.PrmFamily.Reading;

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
  private final OpenModel model;

  private ProcessRewardModel(OpenModel model) {
    this.model = model;
  }

  /** Loads a folder, its family recognized, on the best device. */
  public static ProcessRewardModel load(Path folder) {
    return load(folder, PrmSettings.withDefaults());
  }

  /** {@link #load(Path)} of a folder by its name. */
  public static ProcessRewardModel load(String folder) {
    return load(Path.of(folder));
  }

  /**
   * Loads a folder.
   *
   * @throws org.prmlab.model.folder.CheckpointException if the folder cannot be used
   * @throws IllegalArgumentException if no family recognizes it, or it is an outcome reward model
   */
  public static ProcessRewardModel load(Path folder, PrmSettings settings) {
    return new ProcessRewardModel(
        OpenModel.load(OpenModel.read(folder, settings, Reading.EVERY_STEP)));
  }

  /** The folder's name. */
  public String name() {
    return model.loaded().name();
  }

  /** Name of the family it belongs to. */
  public String family() {
    return model.loaded().family().name();
  }

  /** What its scores are probabilities of. */
  public ScoreMeaning meaning() {
    return model.loaded().meaning();
  }

  /** What was taken for granted of it because nobody stated it, as sentences. */
  public List<String> guesses() {
    return model.loaded().family().guesses();
  }

  /** A fingerprint of the model and of every setting that may change a score. */
  public String fingerprint() {
    return model.loaded().fingerprint();
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
   *     settings truncate), or if its text holds the marker that separates steps
   */
  public List<StepScores> score(List<Solution> solutions, ScoringProgress progress) {
    double[][] scores = model.scores(solutions, progress);
    return IntStream.range(0, scores.length)
        .mapToObj(i -> stepScores(solutions.get(i), scores[i]))
        .toList();
  }

  private StepScores stepScores(Solution solution, double[] scores) {
    double[] values = DoubleStream.of(scores).map(model.loaded().family()::probability).toArray();
    return StepScores.of(name(), meaning(), solution, values);
  }

  /**
   * Why a solution cannot be scored: it is longer than the model's context (unless the settings
   * truncate), or its text holds the marker that separates steps; empty if it can.
   */
  public Optional<String> refusal(Solution solution) {
    return model.refusal(solution);
  }

  /** Its name, its family and what its scores are probabilities of. */
  @Override
  public String toString() {
    return "%s (%s): probability of %s".formatted(name(), family(), meaning());
  }

  @Override
  public void close() {
    model.close();
  }
}
