package org.prmlab.model.engine;

import ai.djl.pytorch.jni.JniUtils;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** How many threads of the CPU compute. */
public final class EngineThreads {
  private static final String PROPERTY = "ai.djl.pytorch.num_threads";
  private static final String VARIABLE = "OMP_NUM_THREADS";

  private EngineThreads() {}

  /**
   * All that the engine may use: property {@code ai.djl.pytorch.num_threads}, else variable {@code
   * OMP_NUM_THREADS}, else one a core.
   */
  public static int all() {
    return Integer.getInteger(PROPERTY, all(System.getenv().getOrDefault(VARIABLE, "")));
  }

  /** As OpenMP reads it: the first of a list is that of the outer level. */
  public static int all(String variable) {
    String first = variable.split(",", -1)[0].strip();
    return first.matches("[1-9]\\d{0,3}")
        ? Integer.parseInt(first)
        : Runtime.getRuntime().availableProcessors();
  }

  /**
   * Lets the calling thread compute with this many, and threads that compute for the first time
   * after it.
   */
  public static void use(int threads) {
    EngineSetup.load();
    JniUtils.setNumThreads(threads);
  }

  /** Lets everything that computes from now on use no more than this many. */
  public static void limit(int threads) {
    System.setProperty(PROPERTY, Integer.toString(threads));
    use(threads);
  }

  /**
   * Lets one piece of work that the calling thread does use this many; afterwards it may use all
   * again.
   *
   * @param threads absent for all
   */
  public static <T> T within(OptionalInt threads, Supplier<T> work) {
    if (threads.isEmpty()) {
      return work.get();
    }
    use(threads.getAsInt());
    try {
      return work.get();
    } finally {
      use(all());
    }
  }
}
