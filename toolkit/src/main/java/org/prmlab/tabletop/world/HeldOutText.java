package org.prmlab.tabletop.world;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.prmlab.llm.SampleSeeds;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.Head;
import org.prmlab.model.TargetRow;
import org.prmlab.model.TrainableDecoder;
import org.prmlab.model.TrainingLoss;
import org.prmlab.model.engine.ComputeDevice;
import org.prmlab.tabletop.program.Tier;
import org.prmlab.tabletop.world.BaseText.BaseBatch;

/**
 * Text that no model learns from, the same for all of them: right solutions and marked ones of
 * every tier. What a model loses on it says how strong it is.
 *
 * @param tiers the batches of each, easiest first
 */
record HeldOutText(List<List<BaseBatch>> tiers) {
  private static final String SEED = "held out"; // of all worlds
  private static final int TOKENS = 1024; // of a batch
  private static final double WRONG_STEPS = 0.3;

  public HeldOutText {
    tiers = tiers.stream().map(List::copyOf).toList();
  }

  /** Mean losses on one tier: at the results of right solutions, and at the marks of wrong ones. */
  public record Losses(double results, double marks) {}

  /**
   * Text of every tier.
   *
   * @param batches of each tier; a batch has problems of one length
   */
  public static HeldOutText of(int batches) {
    List<List<BaseBatch>> tiers = new ArrayList<>();
    for (Tier tier : Tier.values()) {
      List<Double> only = new ArrayList<>(Collections.nCopies(Tier.values().length, 0.0));
      only.set(tier.index(), 1.0);
      var text = new BaseText(only, WRONG_STEPS);
      List<BaseBatch> drawn = new ArrayList<>();
      for (int i = 0; i < batches; i++) {
        drawn.add(text.batch(TOKENS, SampleSeeds.of(tier.index(), SEED + i)));
      }
      tiers.add(drawn);
    }
    return new HeldOutText(tiers);
  }

  /** What a model loses on each tier, easiest first. */
  public List<Losses> losses(TrainableDecoder decoder) {
    return tiers.stream().map(batches -> losses(decoder, batches)).toList();
  }

  /** The same of a model in a folder. */
  public List<Losses> losses(Path model) {
    try (TrainableDecoder decoder =
        TrainableDecoder.load(
            Checkpoint.read(model), Head.ofVocabulary(), ComputeDevice.named("cpu"))) {
      return losses(decoder);
    }
  }

  private static Losses losses(TrainableDecoder decoder, List<BaseBatch> batches) {
    double results = 0;
    double marks = 0;
    for (BaseBatch batch : batches) {
      List<TargetRow> rows = batch.rows();
      float[][] assessed = decoder.assess(rows, TrainingLoss.CROSS_ENTROPY);
      float[] all = new float[assessed.length];
      for (int i = 0; i < all.length; i++) {
        all[i] = assessed[i][0];
      }
      double[] both = batch.losses(all);
      results += both[0] / batches.size();
      marks += both[1] / batches.size();
    }
    return new Losses(results, marks);
  }
}
