package org.prmlab.training;

import java.nio.file.Path;
import java.util.Optional;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.Precision;
import org.prmlab.model.engine.ComputeDevice;
import org.prmlab.prm.PrmConventions;
import org.prmlab.prm.PrmSettings.TooLong;

/**
 * From which model to which folder, and where it is computed.
 *
 * @param init folder of the model to begin with
 * @param out folder of the trained PRM; while training runs, of its state
 * @param family the PRM is to belong to; absent for that of {@code init}, or, if that is no PRM,
 *     the one its tokenizer suits
 * @param conventions what is stated of the PRM, such as its separator of steps
 * @param compute where, and with how many threads; in float32 always
 * @param saveEvery steps between two saves of the state, at least 1
 * @param tooLong what to do with a solution longer than the model's context
 */
public record TrainingJob(
    Path init,
    Path out,
    Optional<String> family,
    PrmConventions conventions,
    ComputeSettings compute,
    int saveEvery,
    TooLong tooLong) {
  private static final int STEPS = 200;

  public TrainingJob {
    if (saveEvery < 1) {
      throw new IllegalArgumentException(
          "a save every %d steps; expected at least 1".formatted(saveEvery));
    }
    if (init.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize())) {
      throw new IllegalArgumentException(
          out + " is the model to begin with; name another folder for the trained one");
    }
  }

  /** On the best device, with a save every 200 steps; a solution that is too long is an error. */
  public static TrainingJob of(Path init, Path out) {
    return new TrainingJob(
        init,
        out,
        Optional.empty(),
        PrmConventions.withDefaults(),
        ComputeSettings.withDefaults().withPrecision(Precision.FLOAT32),
        STEPS,
        TooLong.REFUSE);
  }

  public TrainingJob withFamily(String name) {
    return new TrainingJob(init, out, Optional.of(name), conventions, compute, saveEvery, tooLong);
  }

  public TrainingJob withConventions(PrmConventions conventions) {
    return new TrainingJob(init, out, family, conventions, compute, saveEvery, tooLong);
  }

  public TrainingJob withDevice(ComputeDevice device) {
    return new TrainingJob(
        init, out, family, conventions, compute.withDevice(device), saveEvery, tooLong);
  }

  /** With so many threads of the CPU: on any machine the same weights, bit by bit. */
  public TrainingJob withThreads(int threads) {
    return new TrainingJob(
        init, out, family, conventions, compute.withThreads(threads), saveEvery, tooLong);
  }

  public TrainingJob withSaveEvery(int steps) {
    return new TrainingJob(init, out, family, conventions, compute, steps, tooLong);
  }

  public TrainingJob withTooLong(TooLong tooLong) {
    return new TrainingJob(init, out, family, conventions, compute, saveEvery, tooLong);
  }

  /** Where the best weights of an unfinished run lie, if it is watched with held-out data. */
  Path best() {
    return out.resolve("best-weights.safetensors");
  }

  /** Where the state of an unfinished run lies. */
  Path state() {
    return out.resolve("training-state.safetensors");
  }
}
