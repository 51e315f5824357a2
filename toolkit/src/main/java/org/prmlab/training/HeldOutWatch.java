package org.prmlab.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.prmlab.model.TrainableDecoder;
import org.prmlab.model.TrainingLoss;

/**
 * Measures a training on held-out rows, keeps the best weights in a file and says when to stop. All
 * it knows is written beside the training's state and read back, so that a run that was killed
 * decides as one that was not.
 */
final class HeldOutWatch {
  private static final String FIELD = "held_out";

  private final Optional<HeldOutRows> rows;
  private final Path file;
  private final List<HeldOutResult> results = new ArrayList<>();

  /**
   * A watch that has measured nothing.
   *
   * @param rows none to watch nothing
   * @param file of the best weights
   */
  HeldOutWatch(Optional<HeldOutRows> rows, Path file) {
    this.rows = rows;
    this.file = file;
  }

  /** Whether a measurement is due after so many steps. */
  boolean isDue(int done, int stepsPerEpoch, int steps) {
    int given = rows.map(r -> r.heldOut().everySteps()).orElse(0);
    int every = given > 0 ? given : stepsPerEpoch;
    return rows.isPresent() && (done % every == 0 || done == steps);
  }

  void measure(TrainableDecoder decoder, TrainingLoss loss, TrainingSettings settings, int done) {
    HeldOutResult result = rows.orElseThrow().measure(decoder, loss, settings, done);
    if (!Double.isFinite(result.loss())) {
      throw new IllegalStateException(
          "step %d: held-out loss %s; lower the learning rate".formatted(done, result.loss()));
    }
    if (best().isEmpty() || result.loss() < best().get().loss()) {
      decoder.writeWeights(file);
    }
    results.add(result);
  }

  /** Whether so many measurements in a row brought no lower loss. */
  boolean isOver() {
    int patience = rows.map(r -> r.heldOut().patience()).orElse(0);
    return patience > 0
        && best().isPresent()
        && results.size() - 1 - results.indexOf(best().get()) >= patience;
  }

  /** All measurements so far. */
  List<HeldOutResult> results() {
    return List.copyOf(results);
  }

  Optional<HeldOutResult> latest() {
    return results.isEmpty() ? Optional.empty() : Optional.of(results.get(results.size() - 1));
  }

  /** The first with the lowest loss. */
  Optional<HeldOutResult> best() {
    return results.stream().min(Comparator.comparingDouble(HeldOutResult::loss));
  }

  /** The file of the best weights; empty if nothing is watched. */
  Optional<Path> bestWeights() {
    if (best().isPresent() && !Files.exists(file)) {
      throw new IllegalStateException(
          file + " is gone, which held the best weights; remove the folder and train again");
    }
    return best().map(result -> file);
  }

  /** What a later run needs to know. */
  Map<String, String> state() {
    return rows.isEmpty()
        ? Map.of()
        : Map.of(
            FIELD,
            results.stream()
                .map(r -> "%d %s %s".formatted(r.step(), r.loss(), r.f1()))
                .collect(Collectors.joining(";")));
  }

  /** Takes it over. */
  void resume(Map<String, String> state) {
    for (String result : state.getOrDefault(FIELD, "").split(";", -1)) {
      if (!result.isEmpty()) {
        String[] numbers = result.split(" ", -1);
        results.add(
            new HeldOutResult(
                Integer.parseInt(numbers[0]),
                Double.parseDouble(numbers[1]),
                Double.parseDouble(numbers[2])));
      }
    }
  }

  /** Removes the file. */
  void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
