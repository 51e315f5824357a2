package org.prmlab.scale;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.prmlab.prm.PrmSettings;
import org.prmlab.prm.ProcessRewardModel;

/**
 * The PRMs of this process, each loaded once and kept until it ends. A model works on one block at
 * a time: by itself it keeps its GPU, or all cores, busy.
 */
final class LoadedPrms {
  private static final Map<Key, ProcessRewardModel> LOADED = new HashMap<>();

  private LoadedPrms() {}

  private record Key(Path folder, PrmSettings settings) {}

  static <T> T with(Path folder, PrmSettings settings, Function<ProcessRewardModel, T> work) {
    ProcessRewardModel model;
    synchronized (LOADED) {
      model =
          LOADED.computeIfAbsent(
              new Key(folder, settings), key -> ProcessRewardModel.load(key.folder, key.settings));
    }
    synchronized (model) {
      return work.apply(model);
    }
  }
}
