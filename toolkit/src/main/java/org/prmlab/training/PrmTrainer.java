package org.prmlab.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prmlab.data.StepDataset;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.CheckpointFolder;
import org.prmlab.model.TrainableDecoder;
import org.prmlab.model.engine.EngineThreads;
import org.prmlab.model.text.ModelText;
import org.prmlab.training.TrainingRows.Encoding;
import org.prmlab.training.TrainingRun.SavePoints;

/**
 * Trains a process reward model from labeled solutions and saves it as a Hugging Face folder (the
 * paper, section 3.1). The model to begin with is a language model, which gets a new head, or a
 * PRM.
 *
 * <pre>{@code
 * var job = TrainingJob.of(Path.of("Qwen2.5-Math-7B-Instruct"), Path.of("my-prm"));
 * PrmTrainer.of(job, TrainingSettings.withDefaults(1))
 *     .train(Formats.read(file), StepTargets.withDefaults(), TrainingProgress.silent());
 * }</pre>
 */
public final class PrmTrainer {
  private final TrainingJob job;
  private final TrainingSettings settings;
  private final Optional<HeldOut> heldOut;

  private PrmTrainer(TrainingJob job, TrainingSettings settings, Optional<HeldOut> heldOut) {
    this.job = job;
    this.settings = settings;
    this.heldOut = heldOut;
  }

  /** A training that has not begun. */
  public static PrmTrainer of(TrainingJob job, TrainingSettings settings) {
    return new PrmTrainer(job, settings, Optional.empty());
  }

  /** The same, watched with solutions that it does not learn from. */
  public PrmTrainer withHeldOut(HeldOut heldOut) {
    return new PrmTrainer(job, settings, Optional.of(heldOut));
  }

  /**
   * Trains, or goes on where an interrupted training into the same folder stopped; if it was
   * finished, there is nothing left to do.
   *
   * @throws IllegalArgumentException if no solution has a label, or one is too long for the model
   * @throws IllegalStateException if the folder holds another model or another run, or the loss is
   *     no longer a number
   */
  public TrainingReport train(StepDataset data, StepTargets targets, TrainingProgress progress) {
    long begin = System.nanoTime();
    TrainingPlan plan = plan(data, targets);
    Result result =
        finished(plan)
            .orElseGet(
                () ->
                    EngineThreads.within(
                        plan.trained().checkpoint().threads(job.compute()),
                        () -> run(plan, progress)));
    return new TrainingReport(
        plan.trained().family().name(),
        plan.rows().rows().size(),
        plan.rows().leftOut(),
        plan.rows().labels(),
        result.steps(),
        result.resumed(),
        result.loss(),
        result.heldOut(),
        (System.nanoTime() - begin) / 1e9,
        job.out());
  }

  private record Result(int steps, int resumed, double loss, List<HeldOutResult> heldOut) {}

  private TrainingPlan plan(StepDataset data, StepTargets targets) {
    Checkpoint init = Checkpoint.read(job.init());
    try (ModelText text = init.text()) {
      TrainedFamily trained = TrainedFamily.of(init, job, text);
      Encoding encoding = new Encoding(trained.family(), text, init.maxTokens(), job.tooLong());
      TrainingRows rows = TrainingRows.of(data, targets, encoding);
      Optional<HeldOutRows> held = heldOut.map(h -> HeldOutRows.of(h, targets, encoding));
      return new TrainingPlan(trained, data.card(), rows, held, targets, settings);
    }
  }

  private Optional<Result> finished(TrainingPlan plan) {
    Optional<JsonNode> made = CheckpointFolder.at(job.out()).provenance();
    if (made.isEmpty()) {
      return Optional.empty();
    }
    if (!made.get().path("configuration").asText().equals(plan.configuration())) {
      throw new IllegalStateException(
          "%s holds a model of other data or settings; remove it or name another folder"
              .formatted(job.out()));
    }
    int steps = made.get().path("steps").asInt();
    List<HeldOutResult> measured = new ArrayList<>();
    for (JsonNode one : made.get().path("held_out")) {
      measured.add(
          new HeldOutResult(
              one.path("step").asInt(), one.path("loss").asDouble(), one.path("f1").asDouble()));
    }
    return Optional.of(new Result(steps, steps, made.get().path("loss").asDouble(), measured));
  }

  private Result run(TrainingPlan plan, TrainingProgress progress) {
    RowOrder order = new RowOrder(plan.rows().rows(), settings.batch(), settings.seed());
    TrainedFamily trained = plan.trained();
    try (TrainableDecoder decoder = trained.load(job.compute().device(), settings.seed())) {
      var savePoints = new SavePoints(job.state(), job.saveEvery(), plan.configuration());
      var run = new TrainingRun(decoder, plan.targets().kind().loss(), settings, savePoints);
      var watch = new HeldOutWatch(plan.heldOut(), job.best());
      int resumed = run.run(order, watch, progress);
      Map<String, Object> provenance = plan.provenance();
      provenance.put("steps", run.done());
      provenance.put("loss", run.loss());
      watch
          .best()
          .ifPresent(
              best -> {
                provenance.put("held_out", watch.results());
                provenance.put("kept_step", best.step());
              });
      CheckpointFolder folder = CheckpointFolder.at(job.out());
      watch
          .bestWeights()
          .map(folder::withWeights)
          .orElse(folder)
          .save(decoder, trained.architecture(), provenance);
      run.forget();
      watch.forget();
      return new Result(run.done(), resumed, run.loss(), watch.results());
    }
  }
}
