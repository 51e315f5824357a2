package org.prmlab.prm;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.prmlab.model.Decoder;
import org.prmlab.model.TokenRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One list of rows on its way through one or several scorers. */
final class ScoringJob {
  private static final Logger LOG = LoggerFactory.getLogger(ScoringJob.class);

  private final List<TokenRow> rows;
  private final BatchQueue queue;
  private final ScoringProgress progress;
  private final float[][][] logits;
  private final long begin = System.nanoTime();
  private final long tokensTotal;
  private int done;
  private long tokens;
  private boolean saidSo;

  ScoringJob(List<TokenRow> rows, List<Batch> plan, ScoringProgress progress) {
    this.rows = rows;
    this.queue = new BatchQueue(plan);
    this.progress = progress;
    this.logits = new float[rows.size()][][];
    this.tokensTotal = rows.stream().mapToLong(TokenRow::length).sum();
  }

  /** logits[row][read][class], once every lane has ended. */
  float[][][] logits() {
    return logits;
  }

  /** Takes batches until none is left; several lanes may do so at once. */
  void work(RowScorer scorer) throws InterruptedException {
    for (Optional<Batch> next = queue.next(); next.isPresent(); next = queue.next()) {
      try {
        compute(scorer, next.get());
      } catch (RuntimeException | Error e) {
        queue.stop();
        queue.done();
        throw e;
      }
    }
  }

  /** Lets every lane end after the batch it is at. */
  void stop() {
    queue.stop();
  }

  private void compute(RowScorer scorer, Batch batch) {
    try {
      float[][][] some =
          scorer.logits(batch.rows().stream().map(rows::get).toList(), batch.shared());
      for (int i = 0; i < some.length; i++) {
        logits[batch.rows().get(i)] = some[i];
      }
    } catch (RuntimeException e) {
      if (!Decoder.isOutOfMemory(e) || batch.rows().size() == 1) {
        throw e;
      }
      sayOnce(batch);
      queue.halve(batch);
      return;
    }
    report(batch);
    queue.done();
  }

  private synchronized void sayOnce(Batch batch) {
    if (!saidSo) {
      LOG.warn("out of memory with {} solutions together; halving", batch.rows().size());
      saidSo = true;
    }
  }

  private synchronized void report(Batch batch) {
    done += batch.rows().size();
    tokens += batch.rows().stream().mapToLong(i -> rows.get(i).length()).sum();
    announce();
  }

  /** Says how far it is. */
  synchronized void announce() {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
    progress.update(new ScoringProgress.State(done, rows.size(), tokens, tokensTotal, elapsed));
  }
}
