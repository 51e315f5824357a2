package org.prmlab.model.engine;

import ai.djl.engine.Engine;

/**
 * What has to be set before the native libraries are first used. It is set here, so that a program
 * that has the toolkit as a library needs no options of its own; what the user has set stays.
 */
public final class EngineSetup {
  private EngineSetup() {}

  /**
   * No call home; no optimizer that compiles each new shape of a batch anew, which costs more than
   * it saves and has changed results; the tokenizers library for the CPU, which is in the jar.
   */
  public static void prepare() {
    System.setProperty("OPT_OUT_TRACKING", "true");
    setUnlessSet("ai.djl.pytorch.graph_optimizer", "false");
    if (System.getenv("RUST_FLAVOR") == null) {
      setUnlessSet("RUST_FLAVOR", "cpu");
    }
  }

  /** The engine, its native library loaded. */
  static Engine load() {
    prepare();
    return Engine.getEngine("PyTorch");
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
