package org.prmlab.kernel.cell;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that runs the user's code, so that thread-locals and the per-thread state of
 * native libraries survive from cell to cell. Only a cell that ignores {@link Thread#interrupt}
 * costs the thread: it is stopped by the virtual machine (up to Java 19) or by the checks in
 * compiled cells; a thread that a library keeps busy, on newer ones, is left behind.
 */
final class CellThread {
  /** One piece of user code that is under way. */
  private static final class Work {
    final Callable<@Nullable Object> code;
    final CompletableFuture<@Nullable Object> result = new CompletableFuture<>();
    volatile @Nullable String whyInterrupted;

    Work(Callable<@Nullable Object> code) {
      this.code = code;
    }
  }

  private static final class Worker extends Thread {
    final BlockingQueue<Work> queue = new LinkedBlockingQueue<>();
    volatile boolean retired;

    Worker(ClassLoader loader) {
      super("cells");
      setDaemon(true);
      setContextClassLoader(loader);
    }

    @Override
    public void run() {
      try {
        while (!retired) {
          perform(queue.take());
        }
      } catch (InterruptedException e) {
        retired = true;
      } finally {
        CellStop.forget(this);
      }
    }

    private static void perform(Work work) {
      try {
        work.result.complete(work.code.call());
      } catch (Throwable thrown) {
        work.result.completeExceptionally(thrown);
      }
      var unused = Thread.interrupted();
    }
  }

  static final String INTERRUPTED = "the cell was interrupted";
  private static final long GRACE_MILLIS = 500;
  private static final int STOP_ATTEMPTS = 6;

  private final ClassLoader loader;
  private Worker worker;
  private volatile @Nullable Work current;
  private volatile boolean interrupted;

  CellThread(ClassLoader loader) {
    this.loader = loader;
    worker = new Worker(loader);
    worker.start();
  }

  /** Runs code on the cell thread, without a time limit. */
  @Nullable Object run(Callable<@Nullable Object> code) throws Throwable {
    return run(code, Optional.empty());
  }

  /** Runs code on the cell thread and waits for it; a nested call runs where it is. */
  @Nullable Object run(Callable<@Nullable Object> code, Optional<Duration> limit) throws Throwable {
    if (Thread.currentThread() instanceof Worker) {
      return code.call();
    }
    Work work = new Work(code);
    current = work;
    try {
      if (interrupted) {
        throw new CellInterruption(INTERRUPTED);
      }
      worker().queue.add(work);
      return await(work, limit);
    } catch (ExecutionException e) {
      throw interruption(work).orElse(e.getCause() == null ? e : e.getCause());
    } finally {
      current = null;
    }
  }

  private @Nullable Object await(Work work, Optional<Duration> limit)
      throws ExecutionException, InterruptedException {
    if (limit.isEmpty()) {
      return work.result.get();
    }
    try {
      return work.result.get(limit.get().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      end(work, "the statement ran longer than " + limit.get().toMillis() + " ms");
      return work.result.get();
    }
  }

  private static Optional<Throwable> interruption(Work work) {
    String why = work.whyInterrupted;
    return why == null ? Optional.empty() : Optional.of(new CellInterruption(why));
  }

  /** A new cell begins: an interrupt that came before it is over. */
  void begin() {
    interrupted = false;
  }

  /** Whether the cell was interrupted, while its code ran or while it was compiled. */
  boolean isInterrupted() {
    return interrupted;
  }

  /** Ends the cell: the code that is running, by force after half a second; returns at once. */
  void interrupt() {
    interrupted = true;
    Work work = current;
    if (work != null) {
      end(work, INTERRUPTED);
    }
  }

  /** Answers for code that will not return, because the process is about to end. */
  void giveUp(Throwable reason) {
    Work work = current;
    if (work != null) {
      work.result.completeExceptionally(reason);
    }
  }

  private void end(Work work, String why) {
    work.whyInterrupted = why;
    Worker busy = worker();
    busy.interrupt();
    Thread enforcer = new Thread(() -> enforce(busy, work, why), "interrupt");
    enforcer.setDaemon(true);
    enforcer.start();
  }

  private synchronized Worker worker() {
    if (worker.retired) {
      worker = new Worker(loader);
      worker.start();
    }
    return worker;
  }

  private void enforce(Worker busy, Work work, String why) {
    for (int attempt = 0; attempt < STOP_ATTEMPTS; attempt++) {
      if (endsWithin(work)) {
        return;
      }
      busy.retired = true;
      stop(busy);
    }
    work.whyInterrupted =
        why + "; its thread does not stop and goes on using a core until the kernel is restarted";
    work.result.completeExceptionally(new CellInterruption(why));
  }

  private static boolean endsWithin(Work work) {
    try {
      work.result.get(GRACE_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException | InterruptedException e) {
      return true;
    }
  }

  @SuppressWarnings({"removal", "deprecation"})
  private static void stop(Thread busy) {
    if (CellCode.canStopThreads()) {
      busy.stop();
    } else {
      CellStop.end(busy);
    }
  }
}
