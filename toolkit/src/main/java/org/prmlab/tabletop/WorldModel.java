package org.prmlab.tabletop;

import java.util.List;
import org.prmlab.labeling.SampleSeeds;
import org.prmlab.model.DecoderShape;
import org.prmlab.training.TrainingProgress;

/** The language models of the tabletop world, and how each is made. All worlds share the judge. */
public enum WorldModel {
  /** The policy halfway: a generator that is wrong more often. */
  WEAKER,
  /**
   * Writes the solutions that PRMs learn from and are judged by, completes them for Monte-Carlo
   * estimation, and is what every PRM begins as.
   */
  POLICY,
  /** Marks solutions: wider, deeper, trained on other text from other weights. */
  JUDGE;

  private static final List<Double> TIERS = List.of(.3, .3, .2, .2);
  private static final BaseText TEXT = new BaseText(TIERS, .3);
  private static final DecoderShape POLICY_SHAPE =
      new DecoderShape(64, 3, 4, 2, 168, ProgramTokens.SIZE, 128);
  private static final DecoderShape JUDGE_SHAPE =
      new DecoderShape(96, 4, 6, 2, 256, ProgramTokens.SIZE, 128);

  /** The folder's name. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  private PolicySettings settings() {
    return switch (this) {
      case WEAKER -> new PolicySettings(TEXT, 4e-3, 2048, .45, .72, 4000, 150);
      case POLICY -> new PolicySettings(TEXT, 4e-3, 2048, .21, .22, 5000, 150);
      case JUDGE -> new PolicySettings(new BaseText(TIERS, .4), 3e-3, 2048, .20, .22, 6000, 150);
    };
  }

  /** Trains it, unless it is there already. The policy goes on from the weaker one. */
  public PolicyTrainer.Outcome train(WorldFolder world, TrainingProgress progress) {
    long seed = SampleSeeds.of(this == JUDGE ? 1 : world.seed(), id());
    PolicyTrainer trainer = PolicyTrainer.of(settings(), seed, progress);
    return switch (this) {
      case WEAKER -> trainer.train(POLICY_SHAPE, world.model(this));
      case POLICY -> trainer.train(world.model(WEAKER), world.model(this));
      case JUDGE -> trainer.train(JUDGE_SHAPE, world.model(this));
    };
  }
}
