package org.prmlab.prm;

import java.nio.file.Path;
import java.util.Optional;
import org.prmlab.model.ComputeSettings;

/**
 * How a PRM is loaded and run.
 *
 * @param family name of the {@link PrmFamily}; absent to recognize it from the checkpoint
 * @param reference checkpoint of the reference model that an implicit PRM needs
 * @param base checkpoint that a LoRA adapter was trained on; absent to look for the one it names
 * @param conventions what is known of the PRM and its checkpoint does not say
 * @param tokensPerBatch most tokens, padding included, computed together; one solution may be
 *     longer
 * @param tooLong what to do with a solution longer than the model's context
 */
public record PrmSettings(
    Optional<String> family,
    Optional<Path> reference,
    Optional<Path> base,
    PrmConventions conventions,
    ComputeSettings compute,
    int tokensPerBatch,
    TooLong tooLong) {
  private static final int TOKENS_PER_BATCH = 4096;

  public PrmSettings {
    if (tokensPerBatch < 1) {
      throw new IllegalArgumentException(
          "tokens per batch " + tokensPerBatch + "; expected at least 1");
    }
  }

  /** What becomes of a solution that is longer than the context. */
  public enum TooLong {
    /** An error that names it. */
    REFUSE,
    /** Its leading steps are scored; the others have no score. */
    TRUNCATE
  }

  /** Family recognized, best device, batches of 4,096 tokens, too long is an error. */
  public static PrmSettings withDefaults() {
    return new PrmSettings(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        PrmConventions.withDefaults(),
        ComputeSettings.withDefaults(),
        TOKENS_PER_BATCH,
        TooLong.REFUSE);
  }

  public PrmSettings withFamily(String name) {
    return new PrmSettings(
        Optional.of(name), reference, base, conventions, compute, tokensPerBatch, tooLong);
  }

  public PrmSettings withReference(Path folder) {
    return new PrmSettings(
        family, Optional.of(folder), base, conventions, compute, tokensPerBatch, tooLong);
  }

  public PrmSettings withBase(Path folder) {
    return new PrmSettings(
        family, reference, Optional.of(folder), conventions, compute, tokensPerBatch, tooLong);
  }

  public PrmSettings withConventions(PrmConventions conventions) {
    return new PrmSettings(family, reference, base, conventions, compute, tokensPerBatch, tooLong);
  }

  public PrmSettings withCompute(ComputeSettings compute) {
    return new PrmSettings(family, reference, base, conventions, compute, tokensPerBatch, tooLong);
  }

  public PrmSettings withTokensPerBatch(int tokens) {
    return new PrmSettings(family, reference, base, conventions, compute, tokens, tooLong);
  }

  public PrmSettings withTooLong(TooLong tooLong) {
    return new PrmSettings(family, reference, base, conventions, compute, tokensPerBatch, tooLong);
  }
}
