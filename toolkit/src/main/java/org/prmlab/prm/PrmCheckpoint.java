package org.prmlab.prm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.folder.Fingerprint;

/** A checkpoint, the family it belongs to and how it is to be run; not yet its weights. */
record PrmCheckpoint(Checkpoint checkpoint, PrmFamily family, PrmSettings settings) {
  static PrmCheckpoint read(Path folder, PrmSettings settings) {
    Checkpoint checkpoint = Checkpoint.read(folder, settings.base());
    PrmFamily family =
        settings.family().map(PrmFamily::named).orElseGet(() -> PrmFamily.of(checkpoint));
    Set<Convention> used = EnumSet.of(Convention.MEANING);
    used.addAll(family.conventions());
    settings.conventions().requireOnly(family.name(), used);
    return new PrmCheckpoint(
        checkpoint, family.fitted(checkpoint, settings.conventions()), settings);
  }

  /**
   * The same for rows that are already tokens. With label tokens at hand a language model needs no
   * family: how its input is written does not matter any more.
   */
  static PrmCheckpoint ofTokens(Path folder, PrmSettings settings, LabelTokens labels) {
    Checkpoint checkpoint = Checkpoint.read(folder, settings.base());
    boolean settled =
        settings.family().isEmpty()
            && checkpoint.architecture().endsWith("ForCausalLM")
            && !labels.equals(LabelTokens.NONE);
    return settled
        ? new PrmCheckpoint(checkpoint, StepTokenPrm.withNothingStated(), settings)
        : read(folder, settings);
  }

  /** The folder's name. */
  String name() {
    return checkpoint.name();
  }

  Path folder() {
    return checkpoint.folder();
  }

  /** What its scores are probabilities of: as stated, else as the family has it. */
  ScoreMeaning meaning() {
    return settings.conventions().meaning().orElseGet(family::meaning);
  }

  /** Loads the weights, once for each device. */
  ScoringRun load(LabelTokens labels) {
    List<RowScorer> scorers = new ArrayList<>();
    try {
      for (ComputeSettings one : settings.compute().perDevice()) {
        scorers.add(family.open(this, labels, one));
      }
    } catch (RuntimeException e) {
      scorers.forEach(RowScorer::close);
      throw e;
    }
    return new ScoringRun(scorers, settings.tokensPerBatch());
  }

  /**
   * Hash of the model and of what may change a score, if only in its last digit: the kind of
   * device, the number format and the size of batches. Which GPU, and what becomes of solutions
   * that are too long, change none.
   */
  String fingerprint() {
    var print = new Fingerprint();
    print.add("name", checkpoint.name()).add("model", checkpoint.fingerprint());
    print.add("family", family.name());
    settings.reference().ifPresent(r -> print.add("reference", Checkpoint.read(r).fingerprint()));
    settings.conventions().stated().forEach((kind, text) -> print.add(kind.toString(), text));
    return print
        .add("arithmetic", settings.compute().arithmetic(checkpoint))
        .add("batch", settings.tokensPerBatch())
        .hex();
  }

  /** Scores of one row's logits, in the order of its positions. */
  double[] scores(float[][] logits) {
    double[] scores = new double[logits.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = family.score(logits[i]);
      if (Double.isNaN(scores[i])) {
        throw new IllegalStateException(
            "the model's score is not a number; compute in float32 instead");
      }
    }
    return scores;
  }
}
