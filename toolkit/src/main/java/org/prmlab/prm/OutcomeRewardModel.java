package org.prmlab.prm;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.prmlab.data.Solution;
import org.prmlab.prm.PrmFamily.Reading;

/**
 * An outcome reward model, loaded from a Hugging Face folder: one number for a whole solution, with
 * which Best-of-N ranks. Any real number, larger is better; it is a probability only where the
 * model is a classifier with several classes.
 *
 * <pre>{@code
 * try (var rm = OutcomeRewardModel.load(Path.of("Qwen2.5-Math-RM-72B"))) {
 *   List<OptionalDouble> scores = rm.score(solutions);
 * }
 * }</pre>
 */
public final class OutcomeRewardModel implements AutoCloseable {
  private final OpenModel model;

  private OutcomeRewardModel(OpenModel model) {
    this.model = model;
  }

  /** Loads a folder, its family recognized, on the best device. */
  public static OutcomeRewardModel load(Path folder) {
    return load(folder, PrmSettings.withDefaults());
  }

  /** {@link #load(Path)} of a folder by its name. */
  public static OutcomeRewardModel load(String folder) {
    return load(Path.of(folder));
  }

  /**
   * Loads a folder.
   *
   * @throws org.prmlab.model.folder.CheckpointException if the folder cannot be used
   * @throws IllegalArgumentException if no family recognizes it, or it is a process reward model
   */
  public static OutcomeRewardModel load(Path folder, PrmSettings settings) {
    return new OutcomeRewardModel(
        OpenModel.load(OpenModel.read(folder, settings, Reading.WHOLE_SOLUTION)));
  }

  /** Whether a folder holds an outcome reward model; no weight is loaded. */
  public static boolean isIn(Path folder, PrmSettings settings) {
    return PrmCheckpoint.read(folder, settings).family().reading() == Reading.WHOLE_SOLUTION;
  }

  /** The folder's name. */
  public String name() {
    return model.loaded().name();
  }

  /** Name of the family it belongs to. */
  public String family() {
    return model.loaded().family().name();
  }

  /** A fingerprint of the model and of every setting that may change a score. */
  public String fingerprint() {
    return model.loaded().fingerprint();
  }

  /** Scores solutions; the result is in their order. */
  public List<OptionalDouble> score(List<Solution> solutions) {
    return score(solutions, ScoringProgress.silent());
  }

  /**
   * Scores solutions; the result is in their order. A solution that is longer than the model's
   * context has no score where the settings truncate, since its end is what is read.
   *
   * @throws IllegalArgumentException if a solution is too long and the settings do not truncate
   */
  public List<OptionalDouble> score(List<Solution> solutions, ScoringProgress progress) {
    return Stream.of(model.scores(solutions, progress))
        .map(s -> s.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(s[0]))
        .toList();
  }

  /** Its name and its family. */
  @Override
  public String toString() {
    return "%s (%s): outcome reward model".formatted(name(), family());
  }

  @Override
  public void close() {
    model.close();
  }
}
