package org.prmlab.model.engine;

/**
 * The native engine that runs models, as found on this machine.
 *
 * @param version of the PyTorch library
 * @param gpus how many GPUs it sees
 */
public record EngineReport(String version, int gpus) {
  /**
   * Loads the engine and looks.
   *
   * @throws RuntimeException if its native library is missing or cannot be loaded
   */
  public static EngineReport load() {
    return new EngineReport(TorchModule.engineVersion(), TorchModule.gpuCount());
  }

  @Override
  public String toString() {
    return "PyTorch %s on %s".formatted(version, gpus == 0 ? "the CPU" : gpus + " GPUs");
  }
}
