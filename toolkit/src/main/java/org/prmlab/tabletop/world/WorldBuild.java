package org.prmlab.tabletop.world;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.prmlab.model.engine.EngineReport;
import org.prmlab.model.engine.EngineThreads;

/**
 * Makes stages of the tabletop world, several at a time, each on one thread of the engine: so the
 * same stages give the same bytes, however many run side by side. What is done already is left as
 * it is; after a kill the next build goes on.
 */
public final class WorldBuild {
  private final List<WorldStage> waiting;
  private final Set<String> unfinished = new LinkedHashSet<>();
  private final Listener listener;
  private final int total;
  private boolean failed;

  /** Hears of the stages. */
  @FunctionalInterface
  public interface Listener {
    /**
     * A stage is done.
     *
     * @param done stages done by this build
     * @param total stages that it has to do
     */
    void done(WorldStage stage, Took took, int done, int total);
  }

  /**
   * How long a stage took.
   *
   * @param wall from beginning to end
   * @param processor time of its thread on a processor: on a busy machine the number to plan with
   */
  public record Took(Duration wall, Duration processor) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Runs a stage, which computes in this thread alone. */
    private static Took of(Runnable work) {
      long begin = System.nanoTime();
      long beginProcessor = THREADS.getCurrentThreadCpuTime();
      work.run();
      return new Took(
          Duration.ofNanos(System.nanoTime() - begin),
          Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - beginProcessor));
    }
  }

  private WorldBuild(List<WorldStage> stages, Listener listener) {
    this.waiting = new ArrayList<>(stages);
    this.waiting.removeIf(WorldStage::isDone);
    this.waiting.forEach(s -> unfinished.add(s.name()));
    this.listener = listener;
    this.total = waiting.size();
  }

  /**
   * Makes what is missing.
   *
   * @param lanes stages side by side, at least 1
   * @return how many stages were made
   */
  public static int run(List<WorldStage> stages, int lanes, Listener listener) {
    EngineReport.load();
    int threads = EngineThreads.all();
    EngineThreads.limit(1); // also of what a stage starts itself, such as scoring
    try {
      return run(new WorldBuild(stages, listener), lanes);
    } finally {
      EngineThreads.limit(threads);
    }
  }

  private static int run(WorldBuild build, int lanes) {
    List<CompletableFuture<Void>> running = new ArrayList<>();
    for (int lane = 0; lane < Math.max(1, lanes); lane++) {
      var done = new CompletableFuture<Void>();
      running.add(done);
      Thread thread = new Thread(() -> build.lane(done), "tabletop-" + lane);
      thread.setDaemon(true);
      thread.start();
    }
    try {
      CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
    return build.total;
  }

  private void lane(CompletableFuture<Void> done) {
    try {
      EngineThreads.use(1);
      for (Optional<WorldStage> next = take(); next.isPresent(); next = take()) {
        finished(next.get(), Took.of(next.get().work()));
      }
      done.complete(null);
    } catch (RuntimeException | Error e) {
      fail();
      done.completeExceptionally(e);
    }
  }

  private synchronized void fail() {
    failed = true;
    notifyAll();
  }

  private synchronized void finished(WorldStage stage, Took took) {
    unfinished.remove(stage.name());
    listener.done(stage, took, total - unfinished.size(), total);
    notifyAll();
  }

  /** The next stage that can be made; waits for one; empty if there is nothing left to begin. */
  private synchronized Optional<WorldStage> take() {
    while (!waiting.isEmpty() && !failed) {
      Set<String> blocked = new HashSet<>(unfinished);
      for (WorldStage stage : waiting) {
        if (stage.needs().stream().noneMatch(blocked::contains)) {
          waiting.remove(stage);
          return Optional.of(stage);
        }
      }
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
