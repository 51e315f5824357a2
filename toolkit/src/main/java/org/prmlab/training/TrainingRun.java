package org.prmlab.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prmlab.model.TargetRow;
import org.prmlab.model.TrainableDecoder;
import org.prmlab.model.TrainingLoss;

/**
 * The steps of one training, from wherever an earlier run stopped. Every few steps the weights, the
 * optimizer's moments and the step are written to a file; a run that finds the file goes on from
 * there, and with the same number of threads ends with the same bytes as one that was never
 * interrupted.
 */
final class TrainingRun {
  private final TrainableDecoder decoder;
  private final TrainingLoss loss;
  private final TrainingSettings settings;
  private final SavePoints savePoints;

  private RecentLosses recent = new RecentLosses();
  private long tokens;
  private int done;

  /**
   * Where and how often a run saves its state.
   *
   * @param configuration hash of all that the weights depend on; a state of another one is refused
   */
  record SavePoints(Path file, int everySteps, String configuration) {}

  TrainingRun(
      TrainableDecoder decoder,
      TrainingLoss loss,
      TrainingSettings settings,
      SavePoints savePoints) {
    this.decoder = decoder;
    this.loss = loss;
    this.settings = settings;
    this.savePoints = savePoints;
  }

  /**
   * Does the steps that are left, or as many as the watch wants.
   *
   * @return how many an earlier run had done
   * @throws IllegalStateException if the loss is no longer a number
   */
  int run(RowOrder order, HeldOutWatch watch, TrainingProgress progress) {
    int steps = settings.epochs() * order.stepsPerEpoch();
    int first = resume(watch);
    long begin = System.nanoTime();
    for (done = first; done < steps && !watch.isOver(); ) {
      recent.add(step(order.batch(done), done, steps));
      done++;
      if (watch.isDue(done, order.stepsPerEpoch(), steps)) {
        watch.measure(decoder, loss, settings, done);
      }
      if (done % savePoints.everySteps() == 0 && done < steps) {
        save(watch);
      }
      Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
      progress.update(
          new TrainingProgress.State(done, steps, recent.mean(), tokens, done - first, elapsed)
              .withHeldOut(watch.latest()));
    }
    return first;
  }

  /** Steps done, those of earlier runs included. */
  int done() {
    return done;
  }

  /** Mean loss of the latest steps. */
  double loss() {
    return recent.mean();
  }

  /** Removes the state; the trained model takes its place. */
  void forget() {
    try {
      Files.deleteIfExists(savePoints.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private double step(List<TargetRow> batch, int step, int steps) {
    double weight = batch.stream().mapToDouble(TargetRow::weight).sum();
    List<TargetRow> sorted = new ArrayList<>(batch);
    sorted.sort(java.util.Comparator.comparingInt(r -> -r.row().length()));
    double sum = 0;
    for (int from = 0; from < sorted.size(); ) {
      int longest = sorted.get(from).row().length();
      int fit = Math.max(1, settings.tokensPerPass() / longest);
      List<TargetRow> pass = sorted.subList(from, Math.min(sorted.size(), from + fit));
      sum += pass(pass, weight);
      from += pass.size();
    }
    double rate = settings.rate().at(step, steps);
    double norm =
        decoder.update(
            settings.adamW(),
            step < settings.headOnlySteps() ? 0 : rate,
            rate * settings.headFactor());
    if (!Double.isFinite(sum) || !Double.isFinite(norm)) {
      throw new IllegalStateException(
          "step %d: loss %s, gradient norm %s; lower the learning rate or warm up longer"
              .formatted(step, sum, norm));
    }
    return sum;
  }

  /** The share of the batch's loss that these rows have. */
  private double pass(List<TargetRow> rows, double weight) {
    try {
      double sum = 0;
      float[] losses = decoder.accumulate(rows, loss, 1 / weight);
      for (float value : losses) {
        sum += value;
      }
      tokens += rows.stream().mapToLong(r -> r.row().length()).sum();
      return sum / weight;
    } catch (RuntimeException e) {
      if (!TrainableDecoder.isOutOfMemory(e) || rows.size() == 1) {
        throw e;
      }
      int half = rows.size() / 2;
      return pass(rows.subList(0, half), weight) + pass(rows.subList(half, rows.size()), weight);
    }
  }

  private int resume(HeldOutWatch watch) {
    Map<String, String> about = TrainableDecoder.aboutState(savePoints.file());
    if (about.isEmpty()) {
      return 0;
    }
    if (!savePoints.configuration().equals(about.get("configuration"))) {
      throw new IllegalStateException(
          "%s holds a run of another model, other data or settings; remove it or name another folder"
              .formatted(savePoints.file()));
    }
    int step = Integer.parseInt(about.getOrDefault("step", "0"));
    watch.resume(about);
    recent = RecentLosses.parse(about.getOrDefault("losses", ""));
    decoder.readState(savePoints.file(), step);
    return step;
  }

  private void save(HeldOutWatch watch) {
    Map<String, String> about = new LinkedHashMap<>(watch.state());
    about.put("configuration", savePoints.configuration());
    about.put("step", Integer.toString(done));
    about.put("losses", recent.text());
    decoder.writeState(savePoints.file(), about);
  }
}
