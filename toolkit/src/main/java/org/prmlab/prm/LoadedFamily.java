package org.prmlab.prm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.Decoder;
import org.prmlab.model.Fingerprint;

/** A checkpoint, the family it belongs to and how it is to be run; not yet its weights. */
record LoadedFamily(Checkpoint checkpoint, PrmFamily family, PrmSettings settings) {
  static LoadedFamily read(Path folder, PrmSettings settings) {
    Checkpoint checkpoint = Checkpoint.read(folder);
    PrmFamily family =
        settings.family().map(PrmFamily::named).orElseGet(() -> PrmFamily.of(checkpoint));
    return new LoadedFamily(checkpoint, family, settings);
  }

  /** Loads the weights, once for each device. */
  ScoringRun load(LabelTokens labels) {
    List<RowScorer> scorers = new ArrayList<>();
    try {
      for (ComputeSettings one : settings.compute().perDevice()) {
        scorers.add(load(labels, one));
      }
    } catch (RuntimeException e) {
      scorers.forEach(RowScorer::close);
      throw e;
    }
    return new ScoringRun(scorers, settings.tokensPerBatch());
  }

  private RowScorer load(LabelTokens labels, ComputeSettings compute) {
    return family instanceof ImplicitPrm
        ? RowScorer.ofRatio(checkpoint, reference(), compute)
        : RowScorer.of(Decoder.load(checkpoint, family.head(labels), compute));
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
    return print
        .add("arithmetic", settings.compute().arithmetic(checkpoint))
        .add("batch", settings.tokensPerBatch())
        .hex();
  }

  private Path reference() {
    return settings
        .reference()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "an implicit PRM needs its reference model; name its folder (--reference)"));
  }

  /** Scores of one row's logits, in the order of its positions. */
  double[] scores(float[][] logits) {
    double[] scores = new double[logits.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = family.score(logits[i]);
      if (Double.isNaN(scores[i])) {
        throw new IllegalStateException(
            "the model's score is not a number; compute in float32 (--dtype float32)");
      }
    }
    return scores;
  }
}
