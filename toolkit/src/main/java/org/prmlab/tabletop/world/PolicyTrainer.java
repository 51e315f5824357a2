package org.prmlab.tabletop.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.prmlab.data.ToolkitVersion;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.CheckpointFolder;
import org.prmlab.model.DecoderShape;
import org.prmlab.model.Head;
import org.prmlab.model.TrainableDecoder;
import org.prmlab.model.engine.ComputeDevice;
import org.prmlab.model.engine.EngineReport;
import org.prmlab.model.folder.Fingerprint;
import org.prmlab.training.TrainingProgress;

/**
 * Trains the language models of the tabletop world, which write solutions and mark them, and saves
 * them as Hugging Face folders. A training that was interrupted goes on from its last saved state
 * and ends with the same bytes; one that was finished is not done again.
 */
public final class PolicyTrainer {
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
    String configuration = configuration(shape);
    Optional<Outcome> finished = finished(out, configuration);
    if (finished.isPresent()) {
      return finished.get();
    }
    TabletopFolder.write(out, shape, seed);
    return run(Checkpoint.read(out), out, configuration);
  }

  /** Trains a model further, into another folder. */
  public Outcome train(Path init, Path out) {
    Checkpoint checkpoint = Checkpoint.read(init);
    String configuration = configuration(checkpoint.fingerprint());
    return finished(out, configuration).orElseGet(() -> run(checkpoint, out, configuration));
  }

  private String configuration(Object init) {
    return new Fingerprint().add("init", init).add("settings", settings).add("seed", seed).hex();
  }

  private static Optional<Outcome> finished(Path out, String configuration) {
    Optional<JsonNode> made = CheckpointFolder.at(out).provenance();
    if (made.isEmpty()) {
      return Optional.empty();
    }
    if (!made.get().path("configuration").asText().equals(configuration)) {
      throw new IllegalStateException(
          "%s holds a model of other settings or another seed; remove it or name another folder"
              .formatted(out));
    }
    JsonNode outcome = made.get().path("outcome");
    return Optional.of(
        new Outcome(
            outcome.path("steps").asInt(),
            outcome.path("solveLoss").asDouble(),
            outcome.path("markLoss").asDouble()));
  }

  private Outcome run(Checkpoint checkpoint, Path out, String configuration) {
    String name = checkpoint.name();
    String fingerprint = checkpoint.fingerprint();
    try (TrainableDecoder decoder =
        TrainableDecoder.load(checkpoint, Head.ofVocabulary(), ComputeDevice.named("cpu"))) {
      Path state = out.resolve("training-state.safetensors");
      var run = new PolicyRun(decoder, settings, seed, new PolicyState(state, configuration));
      Outcome outcome = run.run(progress);
      Map<String, Object> provenance = new LinkedHashMap<>();
      provenance.put("made_by", ToolkitVersion.text());
      provenance.put("engine", EngineReport.load().version());
      provenance.put("seed", seed);
      provenance.put("init", Map.of("name", name, "fingerprint", fingerprint));
      provenance.put("settings", settings);
      provenance.put("configuration", configuration);
      provenance.put("outcome", outcome);
      CheckpointFolder.at(out).save(decoder, checkpoint.architecture(), provenance);
      run.forget();
      return outcome;
    }
  }
}
