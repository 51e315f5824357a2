package org.prmlab.training;

import org.prmlab.model.Checkpoint;
import org.prmlab.model.TrainableDecoder;
import org.prmlab.model.engine.ComputeDevice;
import org.prmlab.model.text.ModelText;
import org.prmlab.prm.LabelTokens;
import org.prmlab.prm.PrmFamily;

/** The family a new PRM is to belong to, and whether its head has to be made first. */
record TrainedFamily(Checkpoint checkpoint, PrmFamily family) {
  private static final String STEP_TOKEN = "<extra_0>";

  /**
   * The named family, or that of the checkpoint, or, if it is no PRM, the one its tokenizer suits.
   *
   * @throws IllegalArgumentException if the family cannot be trained
   */
  static TrainedFamily of(Checkpoint checkpoint, TrainingJob job, ModelText text) {
    PrmFamily kind = job.family().map(PrmFamily::named).orElseGet(() -> suiting(checkpoint, text));
    job.conventions().requireOnly(kind.name(), kind.conventions());
    PrmFamily family = kind.fitted(checkpoint, job.conventions());
    if (family.trainedAs().isEmpty()) {
      throw new IllegalArgumentException(
          "PRM family '%s' is only read here; train one of %s"
              .formatted(
                  family.name(),
                  PrmFamily.all().stream()
                      .filter(f -> f.trainedAs().isPresent())
                      .map(PrmFamily::name)
                      .toList()));
    }
    return new TrainedFamily(checkpoint, family);
  }

  private static PrmFamily suiting(Checkpoint checkpoint, ModelText text) {
    return PrmFamily.all().stream()
        .filter(f -> f.trainedAs().isPresent() && f.recognizes(checkpoint))
        .findFirst()
        .orElseGet(
            () ->
                PrmFamily.named(
                    text.tokenizer().has(STEP_TOKEN) ? "qwen2-prm" : "token-classification"));
  }

  /** The checkpoint's own head is trained further; otherwise there is a new one. */
  private boolean hasHead() {
    return family.recognizes(checkpoint);
  }

  TrainableDecoder load(ComputeDevice device, long seed) {
    return hasHead()
        ? TrainableDecoder.load(checkpoint, family.head(LabelTokens.NONE), device)
        : TrainableDecoder.withNewHead(checkpoint, family.head(LabelTokens.NONE), device, seed);
  }

  /** Name of the class it is saved as, e.g. {@code LlamaForTokenClassification}. */
  String architecture() {
    String type = checkpoint.modelType();
    return Character.toUpperCase(type.charAt(0)) + type.substring(1) + family.trainedAs().get();
  }
}
