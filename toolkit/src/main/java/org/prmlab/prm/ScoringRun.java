package org.prmlab.prm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.prmlab.model.TokenRow;
import org.prmlab.model.engine.EngineThreads;

/**
 * Runs rows through scorers, one for each device. Batches wait in one queue, longest first; each
 * lane (a GPU, or a thread of the CPU) takes the next one when it is free. On a CPU batches side by
 * side leave no core idle, which one batch on all cores does between its small operations.
 */
final class ScoringRun implements AutoCloseable {
  private final List<RowScorer> scorers;
  private final int tokensPerBatch;

  ScoringRun(List<RowScorer> scorers, int tokensPerBatch) {
    this.scorers = List.copyOf(scorers);
    this.tokensPerBatch = tokensPerBatch;
  }

  /**
   * Logits of all rows, in their order.
   *
   * @param groups of each row; rows of one group may share their beginning
   * @return logits[row][read][class]
   */
  float[][][] logits(List<TokenRow> rows, List<String> groups, ScoringProgress progress) {
    int most = scorers.stream().mapToInt(RowScorer::lanes).max().orElseThrow();
    int best = scorers.stream().mapToInt(RowScorer::tokensTogether).max().orElseThrow();
    double saving = scorers.stream().mapToDouble(RowScorer::leastSaving).max().orElseThrow();
    int budget = Math.max(1, Math.min(tokensPerBatch / most, best));
    List<Batch> plan = Batch.plan(rows, groups, budget, saving);
    var job = new ScoringJob(rows, plan, progress);
    job.announce();
    List<RowScorer> lanes = lanes(plan.size());
    int all = scorers.stream().mapToInt(RowScorer::threads).min().orElseThrow();
    int threads = Math.max(1, all / lanes.size());
    ExecutorService pool = Executors.newFixedThreadPool(lanes.size(), ScoringRun::daemon);
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (RowScorer lane : lanes) {
        ends.add(
            pool.submit(
                () -> {
                  EngineThreads.use(threads);
                  job.work(lane);
                  return lane;
                }));
      }
      await(ends, job);
      return job.logits();
    } finally {
      pool.shutdown();
      EngineThreads.use(EngineThreads.all());
    }
  }

  /** A scorer for each lane, no more lanes than batches, devices in turn. */
  private List<RowScorer> lanes(int batches) {
    List<RowScorer> lanes = new ArrayList<>();
    int most = scorers.stream().mapToInt(RowScorer::lanes).max().orElseThrow();
    for (int lane = 0; lane < most; lane++) {
      for (RowScorer scorer : scorers) {
        if (lane < scorer.lanes() && lanes.size() < Math.max(1, batches)) {
          lanes.add(scorer);
        }
      }
    }
    return lanes;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "scoring");
    thread.setDaemon(true);
    return thread;
  }

  /** Waits for every lane, since a model must not be closed under one that still computes. */
  private static void await(List<Future<?>> ends, ScoringJob job) {
    List<Throwable> failures = new ArrayList<>();
    boolean interrupted = false;
    for (int i = 0; i < ends.size(); ) {
      try {
        ends.get(i).get();
        i++;
      } catch (ExecutionException e) {
        failures.add(e.getCause() == null ? e : e.getCause());
        i++;
      } catch (InterruptedException e) {
        interrupted = true;
        job.stop();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
      throw new CancellationException("scoring was interrupted");
    }
    for (Throwable failure : failures) {
      if (failure instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException("a lane of the scoring run failed", failure);
    }
  }

  @Override
  public void close() {
    scorers.forEach(RowScorer::close);
  }
}
