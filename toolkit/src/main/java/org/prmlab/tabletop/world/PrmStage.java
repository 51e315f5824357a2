package org.prmlab.tabletop.world;

import org.prmlab.data.StepDataset;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.llm.SampleSeeds;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.Precision;
import org.prmlab.model.engine.ComputeDevice;
import org.prmlab.prm.PrmSettings;
import org.prmlab.prm.ProcessRewardModel;
import org.prmlab.training.PrmTrainer;
import org.prmlab.training.TrainingJob;
import org.prmlab.training.TrainingProgress;
import org.prmlab.training.TrainingReport;

/** Trains a PRM of a world and measures it, as a whole and item by item. */
record PrmStage(WorldFolder world, PrmRun run) {
  /** How the world's PRMs are loaded. */
  public static final PrmSettings SETTINGS =
      PrmSettings.withDefaults()
          .withCompute(
              ComputeSettings.withDefaults().withDevice("cpu").withPrecision(Precision.FLOAT32));

  PrmOutcome make(TrainingProgress progress) {
    TrainingReport report = train(progress);
    try (var prm = ProcessRewardModel.load(world.prm(run), SETTINGS)) {
      var measurement = new PrmMeasurement(prm);
      double threshold = measurement.threshold(world);
      var measured = measurement.measure(world, threshold);
      var items = new PrmItems(run.recipe(), run.number(), world.seed(), measured.items());
      OutcomeFile.writeCompressed(world.items(run), items);
      return new PrmOutcome(
          run.recipe(),
          world.seed(),
          report.solutions(),
          report.labels(),
          report.loss(),
          threshold,
          measured.tiers());
    }
  }

  private TrainingReport train(TrainingProgress progress) {
    PrmRecipe recipe = run.recipe();
    long seed = SampleSeeds.of(world.seed(), run.seedName());
    StepDataset all = PrmlabRecord.read(world.training());
    StepDataset part = recipe.part(world, all);
    TrainingJob job =
        TrainingJob.of(world.model(WorldModel.POLICY), world.prm(run))
            .withDevice(ComputeDevice.named("cpu"));
    return PrmTrainer.of(job, recipe.settings(all, part, seed))
        .train(part, recipe.targets(), progress);
  }
}
