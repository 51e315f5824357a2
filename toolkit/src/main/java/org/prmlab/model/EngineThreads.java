package org.prmlab.model;

import ai.djl.pytorch.jni.JniUtils;

/** How many threads of the CPU compute. */
public final class EngineThreads {
  private EngineThreads() {}

  /** All that the engine may use: property {@code ai.djl.pytorch.num_threads}, else one a core. */
  public static int all() {
    return Integer.getInteger(
        "ai.djl.pytorch.num_threads", Runtime.getRuntime().availableProcessors());
  }

  /**
   * Lets the calling thread compute with this many, and threads that compute for the first time
   * after it.
   */
  public static void use(int threads) {
    JniUtils.setNumThreads(threads);
  }
}
