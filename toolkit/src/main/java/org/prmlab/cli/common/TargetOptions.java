package org.prmlab.cli.common;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.Binarization;
import org.prmlab.data.NeutralRating;
import org.prmlab.training.LabelsAfterError;
import org.prmlab.training.StepTargets;
import org.prmlab.training.TargetKind;
import picocli.CommandLine.Option;

/** What a PRM learns from. */
public final class TargetOptions {
  @Option(
      names = "--labels",
      paramLabel = "NAME",
      description = "Whose labels; by default the reference verdict, or else the first source.")
  private @Nullable String source;

  @Option(
      names = "--target",
      defaultValue = "hard",
      paramLabel = "hard|soft|beta-binomial",
      description =
          "Two classes by cross-entropy, probabilities by squared error, or rollout counts by their"
              + " Beta-Binomial likelihood (default: hard).")
  private TargetKind kind = TargetKind.HARD;

  @Option(
      names = "--threshold",
      defaultValue = "0",
      paramLabel = "X",
      description = "A soft label above it is correct, in [0, 1) (default: 0, any rollout).")
  private double threshold;

  @Option(
      names = "--neutral",
      defaultValue = "as-correct",
      paramLabel = "NAME",
      description = "What a neutral rating becomes (default: as-correct).")
  private NeutralRating neutral = NeutralRating.AS_CORRECT;

  @Option(
      names = "--after-error",
      defaultValue = "drop",
      paramLabel = "drop|keep",
      description = "Labels of the steps after the first incorrect one (default: drop).")
  private LabelsAfterError afterError = LabelsAfterError.DROP;

  public StepTargets targets() {
    return new StepTargets(
        Optional.ofNullable(source), kind, new Binarization(threshold, neutral), afterError);
  }
}
