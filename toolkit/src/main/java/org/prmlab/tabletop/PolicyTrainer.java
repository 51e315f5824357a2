package org.prmlab.tabletop;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.CheckpointFolder;
import org.prmlab.model.ComputeDevice;
import org.prmlab.model.DecoderShape;
import org.prmlab.model.Head;
import org.prmlab.model.TrainableDecoder;
import org.prmlab.model.TrainingLoss;
import org.prmlab.tabletop.BaseText.BaseBatch;
import org.prmlab.training.TrainingProgress;

/**
 * Trains the language models of the tabletop world, which write solutions and mark them, and saves
 * them as Hugging Face folders.
 */
public final class PolicyTrainer {
  private static final int WINDOW = 60; // batches
  private static final int WARMUP = 50; // steps
  private static final double FINAL_SHARE = 0.1; // of the rate

  private final PolicySettings settings;
  private final long seed;
  private final TrainingProgress progress;

  private PolicyTrainer(PolicySettings settings, long seed, TrainingProgress progress) {
    this.settings = settings;
    this.seed = seed;
    this.progress = progress;
  }

  /**
   * A training that has not begun.
   *
   * @param seed of the text, and of the weights of a new model
   */
  public static PolicyTrainer of(PolicySettings settings, long seed, TrainingProgress progress) {
    return new PolicyTrainer(settings, seed, progress);
  }

  /**
   * What a training came to.
   *
   * @param steps in all, those of the falling rate included
   * @param solveLoss at the results of right solutions, mean of the last sixty batches
   * @param markLoss at the marks
   */
  public record Outcome(int steps, double solveLoss, double markLoss) {}

  /** Trains a new model from nothing. */
  public Outcome train(DecoderShape shape, Path out) {
    TabletopFolder.write(out, shape, seed);
    return train(out, out);
  }

  /** Trains a model further; the folders may be the same. */
  public Outcome train(Path init, Path out) {
    Checkpoint checkpoint = Checkpoint.read(init);
    try (TrainableDecoder decoder =
        TrainableDecoder.load(checkpoint, Head.ofVocabulary(), ComputeDevice.named("cpu"))) {
      Outcome outcome = new Steps(decoder).run();
      Map<String, Object> provenance = new LinkedHashMap<>();
      provenance.put("seed", seed);
      provenance.put("init", checkpoint.name());
      provenance.put("settings", settings);
      provenance.put("outcome", outcome);
      CheckpointFolder.at(out).save(decoder, checkpoint.architecture(), provenance);
      return outcome;
    }
  }

  /** The steps of one training. */
  private final class Steps {
    private final TrainableDecoder decoder;
    private final Deque<double[]> recent = new ArrayDeque<>();
    private final long begin = System.nanoTime();
    private long tokens;

    Steps(TrainableDecoder decoder) {
      this.decoder = decoder;
    }

    Outcome run() {
      int most = settings.mostSteps() + settings.decaySteps();
      int step = 0;
      for (; step < settings.mostSteps() && !goodEnough(); step++) {
        step(step, 1, most);
      }
      int last = step + settings.decaySteps();
      for (int first = step; step < last; step++) {
        step(step, 1 - (1 - FINAL_SHARE) * (step - first) / settings.decaySteps(), last);
      }
      return new Outcome(step, mean(0), mean(1));
    }

    private boolean goodEnough() {
      return recent.size() == WINDOW
          && mean(0) < settings.solveStop()
          && mean(1) < settings.markStop();
    }

    private double mean(int kind) {
      return recent.stream().mapToDouble(l -> l[kind]).average().orElse(Double.NaN);
    }

    private void step(int step, double share, int most) {
      BaseBatch batch = settings.text().batch(settings.tokens(), seed + step);
      float[] losses = decoder.accumulate(batch.rows(), TrainingLoss.CROSS_ENTROPY, 1);
      double rate = settings.rate() * share * Math.min(1, (step + 1.0) / WARMUP);
      decoder.update(PolicySettings.ADAM_W, rate, rate);
      recent.addLast(batch.losses(losses));
      if (recent.size() > WINDOW) {
        recent.removeFirst();
      }
      tokens += batch.tokens();
      Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
      progress.update(
          new TrainingProgress.State(step + 1, most, mean(0) + mean(1), tokens, step + 1, elapsed));
    }
  }
}
