package org.prmlab.prm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.prmlab.data.Solution;
import org.prmlab.model.TokenRow;
import org.prmlab.model.text.ModelText;
import org.prmlab.prm.PrmFamily.Reading;
import org.prmlab.prm.PrmSettings.TooLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A reward model with its weights and its tokenizer: from solutions to scores. */
final class OpenModel implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenModel.class);

  private final PrmCheckpoint loaded;
  private final ModelText text;
  private final ScoringRun run;

  private OpenModel(PrmCheckpoint loaded, ModelText text, ScoringRun run) {
    this.loaded = loaded;
    this.text = text;
    this.run = run;
  }

  static OpenModel load(PrmCheckpoint loaded) {
    ModelText text = loaded.checkpoint().text();
    try {
      ScoringRun run = loaded.load(loaded.family().labels(text));
      loaded.family().guesses().forEach(guess -> LOG.warn("{}: {}", loaded.folder(), guess));
      return new OpenModel(loaded, text, run);
    } catch (RuntimeException e) {
      text.close();
      throw e;
    }
  }

  PrmCheckpoint loaded() {
    return loaded;
  }

  /**
   * Scores as the family gives them.
   *
   * @return scores[solution][read]; none where the solution was cut off before the first
   */
  double[][] scores(List<Solution> solutions, ScoringProgress progress) {
    List<TokenRow> rows = solutions.stream().map(this::encode).toList();
    List<TokenRow> read = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).scoredPositions() > 0) {
        read.add(rows.get(i));
        problems.add(solutions.get(i).problem().text());
      }
    }
    float[][][] logits = run.logits(read, problems, progress);
    double[][] scores = new double[rows.size()][];
    int next = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] =
          rows.get(i).scoredPositions() == 0 ? new double[0] : loaded.scores(logits[next++]);
    }
    return scores;
  }

  /** Why a solution cannot be scored; empty if it can. */
  Optional<String> refusal(Solution solution) {
    try {
      encode(solution);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private TokenRow encode(Solution solution) {
    TokenRow row = loaded.family().encode(solution, text);
    boolean whole = loaded.family().reading() == Reading.WHOLE_SOLUTION;
    int reads = whole ? 1 : solution.steps().size();
    if (row.scoredPositions() != reads) {
      throw new IllegalArgumentException(
          "solution '%s' has %d steps but %d step markers as tokens; its text holds a marker itself"
              .formatted(solution.id(), reads, row.scoredPositions()));
    }
    int longest = loaded.checkpoint().maxTokens();
    if (row.length() > longest && loaded.settings().tooLong() == TooLong.REFUSE) {
      throw new IllegalArgumentException(
          "solution '%s' has %d tokens, %s reads at most %d; truncate solutions that are too long, or leave it out"
              .formatted(solution.id(), row.length(), loaded.name(), longest));
    }
    return row.truncated(longest);
  }

  /** Reads a folder and checks how its scores are read. */
  static PrmCheckpoint read(Path folder, PrmSettings settings, Reading wanted) {
    PrmCheckpoint loaded = PrmCheckpoint.read(folder, settings);
    if (loaded.family().reading() != wanted) {
      throw new IllegalArgumentException(
          wanted == Reading.EVERY_STEP
              ? "%s (%s) scores whole solutions, not steps; load it as an OutcomeRewardModel"
                  .formatted(folder, loaded.family().name())
              : "%s (%s) scores steps, not whole solutions; load it as a ProcessRewardModel"
                  .formatted(folder, loaded.family().name()));
    }
    return loaded;
  }

  @Override
  public void close() {
    run.close();
    text.close();
  }
}
