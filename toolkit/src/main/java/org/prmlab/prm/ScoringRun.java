package org.prmlab.prm;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.prmlab.model.Decoder;
import org.prmlab.model.TokenRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs rows through a scorer, batch by batch; halves a batch that the device cannot hold. */
final class ScoringRun implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ScoringRun.class);

  private final RowScorer scorer;
  private final int tokensPerBatch;
  private boolean saidSo;

  ScoringRun(RowScorer scorer, int tokensPerBatch) {
    this.scorer = scorer;
    this.tokensPerBatch = tokensPerBatch;
  }

  /**
   * Logits of all rows, in their order.
   *
   * @param groups of each row; rows of one group may share their beginning
   * @return logits[row][read][class]
   */
  float[][][] logits(List<TokenRow> rows, List<String> groups, ScoringProgress progress) {
    float[][][] logits = new float[rows.size()][][];
    long total = rows.stream().mapToLong(TokenRow::length).sum();
    long begin = System.nanoTime();
    int done = 0;
    long tokens = 0;
    progress.update(new ScoringProgress.State(0, rows.size(), 0, total, Duration.ZERO));
    Deque<Batch> waiting = new ArrayDeque<>(Batch.plan(rows, groups, tokensPerBatch));
    while (!waiting.isEmpty()) {
      Batch batch = waiting.remove();
      if (!compute(batch, rows, logits)) {
        batch.halves().forEach(waiting::addFirst);
        continue;
      }
      done += batch.rows().size();
      tokens += batch.rows().stream().mapToLong(i -> rows.get(i).length()).sum();
      Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
      progress.update(new ScoringProgress.State(done, rows.size(), tokens, total, elapsed));
    }
    return logits;
  }

  /** Whether the batch fitted; one row that does not fit is an error. */
  private boolean compute(Batch batch, List<TokenRow> rows, float[][][] logits) {
    List<TokenRow> members = new ArrayList<>();
    batch.rows().forEach(i -> members.add(rows.get(i)));
    try {
      float[][][] some = scorer.logits(members, batch.shared());
      for (int i = 0; i < some.length; i++) {
        logits[batch.rows().get(i)] = some[i];
      }
      return true;
    } catch (RuntimeException e) {
      if (!Decoder.isOutOfMemory(e) || batch.rows().size() == 1) {
        throw e;
      }
      if (!saidSo) {
        LOG.warn("out of memory with {} solutions together; halving", batch.rows().size());
        saidSo = true;
      }
      return false;
    }
  }

  @Override
  public void close() {
    scorer.close();
  }
}
