package org.prmlab.tabletop.world;

import java.util.List;
import org.prmlab.llm.SampleSeeds;
import org.prmlab.model.DecoderShape;
import org.prmlab.tabletop.program.ProgramTokens;
import org.prmlab.training.TrainingProgress;

/** The language models of the tabletop world, and how each is made. */
public enum WorldModel {
  /** The policy halfway: a generator that is wrong more often. */
  WEAKER,
  /**
   * Writes the solutions that PRMs learn from and are judged by, completes them for Monte-Carlo
   * estimation, and is what every PRM begins as.
   */
  POLICY,
  /** Marks solutions: wider, deeper, trained on other text from other weights. */
  JUDGE,
  /** Writes the solutions that humans annotate: of another shape, from other weights. */
  ANNOTATED;

  private static final double RATE = 4e-3;
  private static final double JUDGE_RATE = 3e-3;
  private static final int TOKENS = 2048; // of a batch
  private static final int DECAY = 150; // steps
  private static final List<Double> TIERS = List.of(.3, .3, .2, .2);
  private static final List<Double> HARD_TIERS = List.of(.2, .3, .25, .25);
  private static final List<Double> SECOND_TIER = List.of(.3, .7, 0.0, 0.0);
  private static final DecoderShape POLICY_SHAPE =
      new DecoderShape(64, 3, 4, 2, 168, ProgramTokens.SIZE, 128);
  private static final DecoderShape JUDGE_SHAPE =
      new DecoderShape(96, 4, 6, 2, 256, ProgramTokens.SIZE, 128);
  private static final DecoderShape ANNOTATED_SHAPE =
      new DecoderShape(48, 4, 3, 1, 128, ProgramTokens.SIZE, 128);

  /** The folder's name. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Whether all worlds have the same. */
  boolean isShared() {
    return this == JUDGE || this == ANNOTATED;
  }

  private DecoderShape shape() {
    return switch (this) {
      case WEAKER, POLICY -> POLICY_SHAPE;
      case JUDGE -> JUDGE_SHAPE;
      case ANNOTATED -> ANNOTATED_SHAPE;
    };
  }

  private PolicySettings settings() {
    return switch (this) {
      case WEAKER -> settings(new BaseText(TIERS, .3), RATE, new PolicyStop(.85, 9, 4000));
      case POLICY -> settings(new BaseText(TIERS, .3), RATE, new PolicyStop(.55, .62, 6000));
      case JUDGE ->
          settings(new BaseText(HARD_TIERS, .3, .7), JUDGE_RATE, new PolicyStop(.20, .12, 8000));
      case ANNOTATED ->
          settings(new BaseText(SECOND_TIER, .3, .3), RATE, new PolicyStop(.95, 9, 3000));
    };
  }

  private static PolicySettings settings(BaseText text, double rate, PolicyStop stop) {
    return new PolicySettings(text, rate, TOKENS, stop, DECAY);
  }

  /** Trains it, unless it is there already. The policy goes on from the weaker one. */
  public PolicyTrainer.Outcome train(WorldFolder world, TrainingProgress progress) {
    long seed = SampleSeeds.of(isShared() ? world.sharedSeed() : world.seed(), id());
    PolicyTrainer trainer = PolicyTrainer.of(settings(), seed, progress);
    return this == POLICY
        ? trainer.train(world.model(WEAKER), world.model(this))
        : trainer.train(shape(), world.model(this));
  }
}
