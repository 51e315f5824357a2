package org.prmlab.tabletop.world;

import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.prmlab.llm.SampleSeeds;
import org.prmlab.model.TrainableDecoder;
import org.prmlab.model.TrainingLoss;
import org.prmlab.tabletop.world.BaseText.BaseBatch;
import org.prmlab.tabletop.world.PolicyTrainer.Outcome;
import org.prmlab.training.TrainingProgress;

/** The steps of one policy's training, from wherever an earlier run stopped. */
final class PolicyRun {
  private static final int WARMUP = 50; // steps
  private static final int SAVE_EVERY = 200; // steps; held-out text is read as often
  private static final int HELD_OUT = 3; // batches of each tier
  private static final double FINAL_SHARE = 0.1; // of the rate

  private final TrainableDecoder decoder;
  private final PolicySettings settings;
  private final long seed;
  private final PolicyState state;
  private final HeldOutText heldOut;
  private final long begin = System.nanoTime();
  private long tokens;

  PolicyRun(TrainableDecoder decoder, PolicySettings settings, long seed, PolicyState state) {
    this.decoder = decoder;
    this.settings = settings;
    this.seed = seed;
    this.state = state;
    this.heldOut = HeldOutText.of(HELD_OUT);
  }

  Outcome run(TrainingProgress progress) {
    state.resume(decoder);
    int resumed = state.step();
    while (!state.falls() || state.fallen() < settings.decaySteps()) {
      if (!state.falls() && isDone()) {
        state.beginToFall();
        continue;
      }
      step(state.falls() ? share(state.fallen()) : 1);
      if (state.step() % SAVE_EVERY == 0) {
        state.save(decoder);
      }
      progress.update(progress(resumed));
    }
    return new Outcome(state.step(), state.mean(0), state.mean(1));
  }

  void forget() {
    state.forget();
  }

  private boolean isDone() {
    PolicyStop stop = settings.stop();
    return state.step() >= stop.mostSteps() || isBelowOnHeldOut(stop);
  }

  /** Read only where the state is saved: a training that goes on reads it as before. */
  private boolean isBelowOnHeldOut(PolicyStop stop) {
    if (state.step() == 0 || state.step() % SAVE_EVERY != 0) {
      return false;
    }
    List<HeldOutText.Losses> losses = heldOut.losses(decoder);
    return mean(losses, HeldOutText.Losses::results) < stop.results()
        && mean(losses, HeldOutText.Losses::marks) < stop.marks();
  }

  private static double mean(
      List<HeldOutText.Losses> losses, ToDoubleFunction<HeldOutText.Losses> kind) {
    return losses.stream().mapToDouble(kind).average().orElseThrow();
  }

  private double share(int fallen) {
    return 1 - (1 - FINAL_SHARE) * fallen / settings.decaySteps();
  }

  private void step(double share) {
    BaseBatch batch = settings.text().batch(settings.tokens(), SampleSeeds.of(seed, state.step()));
    float[] losses = decoder.accumulate(batch.rows(), TrainingLoss.CROSS_ENTROPY, 1);
    double rate = settings.rate() * share * Math.min(1, (state.step() + 1.0) / WARMUP);
    decoder.update(PolicySettings.ADAM_W, rate, rate);
    state.add(batch.losses(losses));
    tokens += batch.tokens();
  }

  private TrainingProgress.State progress(int resumed) {
    int left = settings.decaySteps() - (state.falls() ? state.fallen() : 0);
    int last = state.falls() ? state.step() + left : settings.stop().mostSteps() + left;
    return new TrainingProgress.State(
        state.step(),
        last,
        state.mean(0) + state.mean(1),
        tokens,
        state.step() - resumed,
        Duration.ofNanos(System.nanoTime() - begin));
  }
}
