package org.prmlab.prm;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.prmlab.model.TokenRow;

/**
 * A PRM for rows that are already tokens, for parity checks against other engines: needs no
 * tokenizer.
 */
public final class TokenScorer implements AutoCloseable {
  private final PrmCheckpoint loaded;
  private final ScoringRun run;

  private TokenScorer(PrmCheckpoint loaded, ScoringRun run) {
    this.loaded = loaded;
    this.run = run;
  }

  /**
   * Loads a folder.
   *
   * @param labels ids of the label tokens, for families that read a language model's head
   */
  public static TokenScorer load(Path folder, PrmSettings settings, LabelTokens labels) {
    PrmCheckpoint loaded = PrmCheckpoint.ofTokens(folder, settings, labels);
    return new TokenScorer(loaded, loaded.load(labels));
  }

  /** Name of the family the checkpoint belongs to. */
  public String family() {
    return loaded.family().name();
  }

  /**
   * Scores as the family gives them: probabilities, or, for outcome models and {@code implicit},
   * real numbers.
   *
   * @return scores[row][position]
   */
  public double[][] score(List<TokenRow> rows) {
    return score(rows, IntStream.range(0, rows.size()).mapToObj(Integer::toString).toList());
  }

  /**
   * The same, computing once what rows of one group begin with.
   *
   * @param groups group of each row, e.g. the id of its problem
   */
  public double[][] score(List<TokenRow> rows, List<String> groups) {
    int longest = loaded.checkpoint().maxTokens();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).length() > longest) {
        throw new IllegalArgumentException(
            "row %d has %d tokens, the model reads at most %d"
                .formatted(i, rows.get(i).length(), longest));
      }
    }
    float[][][] logits = run.logits(rows, groups, ScoringProgress.silent());
    double[][] scores = new double[rows.size()][];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = loaded.scores(logits[row]);
    }
    return scores;
  }

  @Override
  public void close() {
    run.close();
  }
}
