package org.prmlab.tabletop.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.stream.Collectors;
import org.prmlab.model.TrainableDecoder;

/**
 * Where a policy's training stands, beyond the weights: the step, the step at which the rate began
 * to fall, and the latest losses. Kept in a file, so that an interrupted training goes on exactly.
 */
final class PolicyState {
  private static final int WINDOW = 60; // batches
  private static final int NOT_YET = -1;

  private final Path file;
  private final String configuration;
  private final Deque<double[]> recent = new ArrayDeque<>();
  private int step;
  private int decayFrom = NOT_YET;

  PolicyState(Path file, String configuration) {
    this.file = file;
    this.configuration = configuration;
  }

  int step() {
    return step;
  }

  boolean falls() {
    return decayFrom != NOT_YET;
  }

  /** Steps since the rate began to fall. */
  int fallen() {
    return step - decayFrom;
  }

  void beginToFall() {
    decayFrom = step;
  }

  /** A step is done. */
  void add(double... losses) {
    step++;
    recent.addLast(losses);
    if (recent.size() > WINDOW) {
      recent.removeFirst();
    }
  }

  /** Mean of the latest losses of one kind. */
  double mean(int kind) {
    return recent.stream().mapToDouble(l -> l[kind]).average().orElse(Double.NaN);
  }

  /** Takes over what an earlier run wrote, if it did. */
  void resume(TrainableDecoder decoder) {
    Map<String, String> about = TrainableDecoder.aboutState(file);
    if (about.isEmpty()) {
      return;
    }
    if (!configuration.equals(about.get("configuration"))) {
      throw new IllegalStateException(
          "%s holds a run of other settings or another seed; remove it or name another folder"
              .formatted(file));
    }
    step = Integer.parseInt(about.getOrDefault("step", "0"));
    decayFrom = Integer.parseInt(about.getOrDefault("decay_from", "-1"));
    for (String pair : about.getOrDefault("losses", "").split(";", -1)) {
      String[] both = pair.split(" ", -1);
      recent.addLast(new double[] {Double.parseDouble(both[0]), Double.parseDouble(both[1])});
    }
    decoder.readState(file, step);
  }

  void save(TrainableDecoder decoder) {
    String losses = recent.stream().map(l -> l[0] + " " + l[1]).collect(Collectors.joining(";"));
    decoder.writeState(
        file,
        Map.of(
            "configuration",
            configuration,
            "step",
            Integer.toString(step),
            "decay_from",
            Integer.toString(decayFrom),
            "losses",
            losses));
  }

  /** Removes the file; the trained model takes its place. */
  void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
